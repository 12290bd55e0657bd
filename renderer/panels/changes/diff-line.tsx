import { Fragment } from 'react';
import { messages } from '../../ui/messages.ts';

interface DiffLineProps {
  readonly side: 'before' | 'after';
  readonly text: string;
  /** The line on the other side; fields that differ from it are marked. */
  readonly other: string | undefined;
}

/** One side of a changed line, its fields apart as the file has them (TAB), the changed ones marked. */
export function DiffLine({ side, text, other }: DiffLineProps) {
  const fields = text.split('\t');
  const others = other?.split('\t') ?? [];
  const comparable = other !== undefined;
  return (
    <div className={`diff-line diff-${side}`}>
      <span className="diff-sign" role="img" aria-label={messages.changes[side]}>
        {side === 'before' ? '−' : '+'}
      </span>
      <code>
        {fields.map((field, at) => (
          // Fields have no name of their own here; their place is what they are.
          // oxlint-disable-next-line react/no-array-index-key
          <Fragment key={at}>
            {at > 0 && <span className="diff-tab">{'\t'}</span>}
            {comparable && field !== others[at] ? <mark>{field}</mark> : field}
          </Fragment>
        ))}
      </code>
    </div>
  );
}
