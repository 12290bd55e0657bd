import { useState } from 'react';
import { differenceText } from '#shared/api/field-text.ts';
import type { TransferInfo, TransferRow } from '#shared/api/transfer.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { Button } from '../../ui/button.tsx';
import { transferMessages as words } from '../../ui/transfer-messages.ts';
import { chooseChanged, type Chosen, flip, isTaken } from './transfer-choices.ts';
import '../../ui/badge.css';

const FIRST = 50;
const FURTHER = 200;
/** So many rows at most are shown one by one. */
const MOST = 1000;

interface TransferRowsProps {
  readonly info: TransferInfo;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

/** The rows on their way in, each with what it is to the document and whether it is taken. */
export function TransferRows({ info, chosen, onChoose }: TransferRowsProps) {
  const [limit, setLimit] = useState(FIRST);
  const { counts, transfer } = info;
  const rows = useAnswer('transfer.rows', { transfer, from: 0, to: limit });
  if (rows === undefined) return null;
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const more = Math.min(total, MOST) - rows.length;
  return (
    <>
      {counts.changed > 1 && (
        <label className="transfer-all">
          <input
            type="checkbox"
            className="checkbox"
            checked={chosen.changed}
            onChange={({ currentTarget }) => onChoose(chooseChanged(chosen, currentTarget.checked))}
          />
          {words.replace(counts.changed)}
        </label>
      )}
      <ul className="transfer-list">
        {rows.map((row) => (
          <TransferItem
            key={row.at}
            row={row}
            taken={isTaken(chosen, row)}
            onFlip={() => onChoose(flip(chosen, row))}
          />
        ))}
      </ul>
      {more > 0 && (
        <Button
          look="quiet"
          className="button-small"
          onClick={() => setLimit(Math.min(MOST, limit + FURTHER))}
        >
          {words.more(Math.min(more, FURTHER))}
        </Button>
      )}
    </>
  );
}

interface TransferItemProps {
  readonly row: TransferRow;
  readonly taken: boolean | undefined;
  readonly onFlip: () => void;
}

function TransferItem({ row, taken, onFlip }: TransferItemProps) {
  const { standing, subject, text, details } = row;
  return (
    <li className="transfer-item" data-standing={standing}>
      <input
        type="checkbox"
        className="checkbox"
        aria-label={words.take(subject)}
        checked={taken === true}
        disabled={taken === undefined}
        onChange={onFlip}
      />
      <span className="transfer-subject clip">{text === undefined ? subject : <code>{text}</code>}</span>
      <span className="muted clip transfer-details" title={words.why[standing]}>
        {details.length > 0 ? details.map(differenceText).join(' · ') : words.why[standing]}
      </span>
      <span className="badge">{words.standing[standing]}</span>
    </li>
  );
}
