import { useEffect, useState } from 'react';
import type { TableLook } from '#shared/api/columns.ts';
import { openTable } from '../../state/document-actions.ts';
import { call } from '../../state/engine.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { Button } from '../../ui/button.tsx';
import { columnMessages as words } from '../../ui/column-messages.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { messages } from '../../ui/messages.ts';
import { ColumnChoices, type Columns } from './column-choices.tsx';
import { FirstRows } from './first-rows.tsx';
import './csv-mapping.css';

const NEEDED = ['name', 'value', 'domain'] as const;

interface ColumnsDialogProps {
  readonly table: string;
  readonly onClose: () => void;
}

/** What the columns of a table hold whose first line does not tell; it opens as a copy. */
export function ColumnsDialog({ table, onClose }: ColumnsDialogProps) {
  const [chosen, setChosen] = useState<Columns>();
  const [header, setHeader] = useState<boolean>();
  useEffect(() => () => void call('columns.forget', { table }).catch(() => undefined), [table]);
  const look = useAnswer('columns.look', {
    table,
    ...(chosen !== undefined && { columns: chosen }),
    ...(header !== undefined && { hasHeader: header }),
  });
  if (look === undefined) return null;
  const columns = chosen ?? guessed(look);
  const missing = NEEDED.filter((column) => !columns.includes(column));
  const open = async (): Promise<void> => {
    if (await openTable({ table, columns, hasHeader: look.hasHeader })) onClose();
  };
  const footer = (
    <>
      <span className="muted dialog-start" role="status">
        {missing.length > 0 && words.needed(missing.map((column) => words.names[column]))}
      </span>
      <Button onClick={onClose}>{messages.cancel}</Button>
      <Button look="primary" disabled={missing.length > 0} onClick={() => void open()}>
        {words.open}
      </Button>
    </>
  );
  return (
    <Dialog
      size="large"
      title={words.title(look.title)}
      description={words.text}
      onClose={onClose}
      footer={footer}
    >
      <label className="columns-header">
        <input
          type="checkbox"
          checked={look.hasHeader}
          onChange={({ currentTarget }) => setHeader(currentTarget.checked)}
        />
        {words.hasHeader}
      </label>
      <ColumnChoices look={look} columns={columns} onChoose={setChosen} />
      {missing.length === 0 && <FirstRows rows={look.rows} />}
    </Dialog>
  );
}

/** What may be meant, to begin with. */
function guessed({ columns }: TableLook): Columns {
  return columns.map(({ guess }) => guess ?? null);
}
