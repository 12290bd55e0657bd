import type { Mark } from '#shared/api/overview.ts';
import { overviewMessages } from '../../ui/overview-messages.ts';
import { showCount } from '../../ui/numbers.ts';
import { MarkButton } from './mark-button.tsx';

/** Two marks that share all there is, side by side. */
export function TwoParts({
  document,
  parts,
}: {
  readonly document: string;
  readonly parts: readonly [Mark, Mark];
}) {
  const sum = Math.max(1, parts[0].count + parts[1].count);
  return (
    <div className="two-parts">
      <div className="two-names">
        {parts.map((mark) => (
          <MarkButton
            key={mark.term}
            document={document}
            mark={mark}
            among={parts}
            className="mark-name"
            label={overviewMessages.entriesOf(mark.label, mark.count)}
          >
            {mark.label} <span className="numeric muted">{showCount(mark.count)}</span>
          </MarkButton>
        ))}
      </div>
      <div className="two-bar" aria-hidden>
        <span className="bar-fill" style={{ width: `${(parts[0].count / sum) * 100}%` }} />
      </div>
    </div>
  );
}
