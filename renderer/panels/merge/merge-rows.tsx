import { useState } from 'react';
import type { MergeInfo, MergeRow } from '#shared/api/merge.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { useShown } from '../../state/use-shown.ts';
import { Button } from '../../ui/button.tsx';
import { messages } from '../../ui/messages.ts';
import { chooseLine, type Chosen, sideOf } from './merge-choices.ts';
import { MergeItem } from './merge-item.tsx';

const NONE: readonly number[] = [];
const FIRST = 50;
const FURTHER = 200;

interface MergeRowsProps {
  readonly info: MergeInfo;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

/** The lines that differ; of a merge with conflicts those alone at first. */
export function MergeRows({ info, chosen, onChoose }: MergeRowsProps) {
  const [conflictsOnly, setConflictsOnly] = useState(true);
  const [limit, setLimit] = useState(FIRST);
  const [revealed, setRevealed] = useShown(NONE);
  const filtered = conflictsOnly && info.conflicts > 0;
  const answer = useAnswer('merge.rows', {
    merge: info.merge,
    from: 0,
    to: limit,
    conflictsOnly: filtered,
    reveal: [...revealed],
  });
  const { merge: words } = messages;
  if (answer === undefined) return null;
  const more = answer.total - answer.rows.length;
  const reveal = (row: number): void =>
    setRevealed(revealed.includes(row) ? revealed.filter((one) => one !== row) : [...revealed, row]);
  return (
    <>
      {info.conflicts > 0 && info.conflicts < info.total && (
        <Filter info={info} conflictsOnly={filtered} onChange={setConflictsOnly} />
      )}
      <ul className="merge-list">
        {answer.rows.map((row: MergeRow) => (
          <MergeItem
            key={row.row}
            info={info}
            row={row}
            chosen={chosen}
            side={sideOf(chosen, info, row)}
            revealed={revealed.includes(row.row)}
            onReveal={() => reveal(row.row)}
            onTake={(side) => onChoose(chooseLine(chosen, row.row, side))}
            onChoose={onChoose}
          />
        ))}
      </ul>
      {more > 0 && (
        <Button look="quiet" className="button-small" onClick={() => setLimit(limit + FURTHER)}>
          {words.more(Math.min(more, FURTHER))}
        </Button>
      )}
    </>
  );
}

interface FilterProps {
  readonly info: MergeInfo;
  readonly conflictsOnly: boolean;
  readonly onChange: (conflictsOnly: boolean) => void;
}

/** Conflicts alone, or everything that differs. */
function Filter({ info, conflictsOnly, onChange }: FilterProps) {
  const { merge: words } = messages;
  const button = (only: boolean, text: string) => (
    <Button
      look="quiet"
      className="button-small"
      aria-pressed={conflictsOnly === only}
      onClick={() => onChange(only)}
    >
      {text}
    </Button>
  );
  return (
    <div className="merge-filter" role="group" aria-label={words.show}>
      {button(true, words.conflicts(info.conflicts))}
      {button(false, words.everything(info.total))}
    </div>
  );
}
