import type { CellKeyDownEvent, GridOptions, SuppressKeyboardEventParams } from 'ag-grid-community';
import type { Row } from '#shared/api/view.ts';
import type { EditableField } from '#shared/api/common.ts';
import { appStore } from '../state/app-store.ts';
import { setField } from '../state/edit-actions.ts';
import { attempt } from '../state/notices.ts';
import { focusRow } from '../state/view-actions.ts';
import { FLAG_FIELDS } from './columns.ts';
import type { RowSelection } from './row-selection.ts';

/** Keys that the grid must leave alone: while editing the editor has them, else single letters and Delete are commands. */
function suppressKey({ editing, event }: SuppressKeyboardEventParams<Row>): boolean {
  if (editing) return ['Enter', 'Tab', 'Escape'].includes(event.key);
  return event.key.length === 1 || event.key === 'Delete' || event.key === 'Backspace' || event.key === 'F2';
}

/** Turns Secure or HttpOnly of one line on or off. */
export function flip(document: string, row: Row | undefined, field: string): void {
  if (row?.kind !== 'entry' || !FLAG_FIELDS.has(field)) return;
  const flag = field as EditableField & ('secureOnly' | 'httpOnly');
  void attempt(() => setField(document, row.id, { field: flag, text: String(!row[flag]) }));
}

/** What the grid does on clicks, keys and focus. Columns, rows and theme come from the component. */
export function gridBehaviour(document: string, selection: RowSelection): GridOptions<Row> {
  const onKey = ({ event, column, data }: CellKeyDownEvent<Row>): void => {
    if (event instanceof KeyboardEvent && event.key === 'Enter') flip(document, data, column.getColId());
  };
  return {
    defaultColDef: {
      sortable: true,
      resizable: true,
      suppressHeaderMenuButton: true,
      suppressKeyboardEvent: suppressKey,
      sortingOrder: ['asc', 'desc', null],
    },
    readOnlyEdit: true,
    animateRows: false,
    suppressDragLeaveHidesColumns: true,
    suppressCellFocus: false,
    tooltipShowDelay: 400,
    onCellClicked: (event) => void selection.onClick(event),
    onCellDoubleClicked: ({ data, column }) => flip(document, data, column.getColId()),
    onCellKeyDown: (event) => ('column' in event ? onKey(event) : undefined),
    onCellFocused: ({ rowIndex, api }) => {
      const row = rowIndex === null ? undefined : api.getDisplayedRowAtIndex(rowIndex)?.data;
      if (row !== undefined && rowIndex !== null) focusRow(document, { id: row.id, position: rowIndex });
    },
    navigateToNextCell: (params) => {
      selection.onArrow(params);
      return params.nextCellPosition;
    },
    rowClassRules: {
      'row-selected': ({ data }) => data?.selected === true,
      'row-added': ({ data }) => data?.state === 'added',
      'row-edited': ({ data }) => data?.state === 'edited',
      'row-external': ({ data }) => data?.external === true && data.state === 'saved',
      'row-comment': ({ data }) => data?.kind === 'comment' || data?.kind === 'blank',
      'row-unparsed': ({ data }) => data?.kind === 'unparsed',
      'row-expired': ({ data }) =>
        data?.expiryTime !== undefined && data.expiryTime <= appStore.getState().now,
    },
  };
}
