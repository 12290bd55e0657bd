import { Eye, EyeOff, History } from 'lucide-react';
import { useState } from 'react';
import type { MergeInfo, MergeRow } from '#shared/api/merge.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { messages } from '../../ui/messages.ts';
import { chooseField, type Chosen, fieldSideOf, type Side } from './merge-choices.ts';
import { SidePicker } from './side-picker.tsx';
import '../../ui/badge.css';

interface MergeItemProps {
  readonly info: MergeInfo;
  readonly row: MergeRow;
  readonly chosen: Chosen;
  readonly side: Side | undefined;
  readonly revealed: boolean;
  readonly onReveal: () => void;
  readonly onTake: (side: Side) => void;
  readonly onChoose: (chosen: Chosen) => void;
}

/** One line that differs: both sides beside each other, and which of them it takes. */
export function MergeItem(props: MergeItemProps) {
  const { info, row, side, revealed, onReveal, onTake } = props;
  const [base, setBase] = useState(false);
  const { merge: words } = messages;
  const hasBase = row.base !== undefined;
  const outcome = outcomeText(info, row);
  return (
    <li className="merge-item" data-outcome={row.outcome}>
      <div className="merge-head">
        <span className={`badge merge-badge-${row.outcome}`}>{outcome}</span>
        <span className="merge-subject clip">{row.subject}</span>
        {hasBase && (
          <IconButton
            small
            label={base ? words.hideBase : words.showBase}
            aria-pressed={base}
            onClick={() => setBase(!base)}
          >
            <History size={13} />
          </IconButton>
        )}
        <IconButton
          small
          label={revealed ? words.mask(row.subject) : words.reveal(row.subject)}
          aria-pressed={revealed}
          onClick={onReveal}
        >
          {revealed ? <EyeOff size={13} /> : <Eye size={13} />}
        </IconButton>
        <SidePicker
          label={words.take(row.subject)}
          sides={words.sides[info.kind]}
          side={side}
          onPick={onTake}
        />
      </div>
      {row.fields.length > 0 ? <Fields {...props} base={base} /> : <Lines {...props} base={base} />}
    </li>
  );
}

function outcomeText({ kind }: MergeInfo, { outcome, mine, theirs }: MergeRow): string {
  const { merge: words } = messages;
  if (kind === 'merge') return words.outcome.merge[outcome];
  if (mine === undefined) return words.outcome.added;
  return theirs === undefined ? words.outcome.removed : words.outcome.changed;
}

type PartProps = MergeItemProps & { readonly base: boolean };

/** An entry that both sides have, field by field; a field that both changed can be chosen by itself. */
function Fields({ info, row, chosen, base, onChoose }: PartProps) {
  const { merge: words } = messages;
  const sides = words.sides[info.kind];
  const several = row.outcome === 'conflict' && row.fields.length > 1;
  return (
    <table className="merge-fields">
      <thead>
        <tr>
          <th scope="col">{words.field}</th>
          <th scope="col">{sides.mine}</th>
          <th scope="col">{sides.theirs}</th>
          {base && <th scope="col">{words.base}</th>}
        </tr>
      </thead>
      <tbody>
        {row.fields.map((field) => {
          const taken = fieldSideOf(chosen, info, row, field);
          const choice = several && field.outcome === 'conflict';
          const cell = (side: Side) => (
            <td className={taken === side ? 'merge-taken' : undefined}>
              <span className="merge-cell">
                {choice && (
                  <input
                    type="radio"
                    name={`merge-${row.row}-${field.field}`}
                    checked={taken === side}
                    aria-label={`${words.takeField(words.fields[field.field], row.subject)}: ${sides[side]}`}
                    onChange={() => onChoose(chooseField(chosen, row.row, field.field, side))}
                  />
                )}
                <Text text={field[side]} changed={field.outcome !== otherOf(side)} />
              </span>
            </td>
          );
          return (
            <tr key={field.field}>
              <th scope="row">{words.fields[field.field]}</th>
              {cell('mine')}
              {cell('theirs')}
              {base && (
                <td className="muted">
                  <Text text={field.base ?? words.notThere} changed={false} />
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function otherOf(side: Side): Side {
  return side === 'mine' ? 'theirs' : 'mine';
}

/** A field's text; what its side changed is marked, so that two masked values do not look alike. */
function Text({ text, changed }: { readonly text: string; readonly changed: boolean }) {
  const { merge: words } = messages;
  const shown = text === '' ? <em className="muted">{words.emptyText}</em> : text;
  return changed ? (
    <mark className="mono">
      {shown}
      <span className="visually-hidden"> ({words.changedMark})</span>
    </mark>
  ) : (
    <span className="mono">{shown}</span>
  );
}

/** Lines that are no entries, or that one side does not have, whole. */
function Lines({ info, row, side, base }: PartProps) {
  const { merge: words } = messages;
  const sides = words.sides[info.kind];
  const line = (title: string, text: string | undefined, taken: boolean) => (
    <div className={`merge-line${taken ? ' merge-taken' : ''}`}>
      <dt className="muted">{title}</dt>
      <dd>{text === undefined ? <em className="muted">{words.notThere}</em> : <code>{text}</code>}</dd>
    </div>
  );
  return (
    <dl className="merge-lines">
      {line(sides.mine, row.mine, side === 'mine')}
      {line(sides.theirs, row.theirs, side === 'theirs')}
      {base && line(words.base, row.base, false)}
    </dl>
  );
}
