import type { CustomCellEditorProps } from 'ag-grid-react';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { EditableField } from '#shared/api/common.ts';
import type { Row } from '#shared/api/view.ts';
import { useFieldEdit } from '../state/use-field-edit.ts';
import { messages } from '../ui/messages.ts';
import { EDIT_NOTE_ID, EditNote } from './edit-note.tsx';
import type { GridContext } from './header-props.ts';

/**
 * Edits one field in its cell. What is typed is judged by the engine as it is typed; Enter or Tab is refused while
 * something is wrong, with the reason below the cell, and Escape leaves everything as it was.
 */
export function TextEditor({
  api,
  data,
  column,
  context,
  node,
  stopEditing,
}: CustomCellEditorProps<Row, unknown, GridContext>) {
  const field = column.getColId() as EditableField;
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(true);
  const edit = useFieldEdit({ document: context.document, id: data.id, field });
  const { text, error, warnings } = edit;
  const loaded = text !== undefined;
  useEffect(() => {
    if (loaded) input.current?.select();
  }, [loaded]);

  const leave = (): void => {
    edit.cancel();
    setOpen(false);
    stopEditing(true);
    if (node.rowIndex !== null) api.setFocusedCell(node.rowIndex, column);
  };
  const commit = async (back?: boolean): Promise<void> => {
    if (!(await edit.commit())) return;
    leave();
    if (back === undefined || node.rowIndex === null) return;
    const beside = back ? api.getDisplayedColBefore(column) : api.getDisplayedColAfter(column);
    if (beside !== null) api.setFocusedCell(node.rowIndex, beside);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') void commit();
    else if (event.key === 'Tab') void commit(event.shiftKey);
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
  };
  const note = error ?? warnings[0];
  return (
    <EditNote text={open ? note : undefined} wrong={error !== undefined} label={messages.fields[field]}>
      <input
        ref={input}
        className={field === 'value' || field === 'path' ? 'cell-editor mono' : 'cell-editor'}
        aria-label={messages.fields[field]}
        aria-invalid={error !== undefined}
        aria-describedby={EDIT_NOTE_ID}
        autoFocus
        spellCheck={false}
        autoComplete="off"
        value={text ?? ''}
        readOnly={!loaded}
        onChange={(event) => edit.write(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => void edit.commit().then((done) => (done ? stopEditing(true) : undefined))}
      />
    </EditNote>
  );
}
