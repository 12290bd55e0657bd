import type { CellKeyDownEvent, GridApi, GridOptions, SuppressKeyboardEventParams } from 'ag-grid-community';
import type { Row } from '#shared/api/view.ts';
import type { EditableField } from '#shared/api/common.ts';
import { appStore } from '../state/app-store.ts';
import { setField } from '../state/edit-actions.ts';
import { attempt } from '../state/notices.ts';
import { focusRow } from '../state/view-actions.ts';
import { FLAG_FIELDS } from './columns.ts';
import { focusCell } from './keep-focus.ts';
import type { RowSelection } from './row-selection.ts';

/** Keys that the grid must leave alone: while editing the editor has them, else single letters and Delete are commands. */
function suppressKey({ editing, event }: SuppressKeyboardEventParams<Row>): boolean {
  if (editing) return ['Enter', 'Tab', 'Escape'].includes(event.key);
  if (jumpTarget(event, 1) !== undefined) return true;
  return event.key.length === 1 || event.key === 'Delete' || event.key === 'Backspace' || event.key === 'F2';
}

/** Where Ctrl+Home and Ctrl+End lead, by position; nothing for other keys. */
function jumpTarget(event: KeyboardEvent, rows: number): number | undefined {
  if (!(event.ctrlKey || event.metaKey) || rows === 0) return undefined;
  if (event.key === 'Home') return 0;
  return event.key === 'End' ? rows - 1 : undefined;
}

/** Turns Secure or HttpOnly of one line on or off. */
export function flip(document: string, row: Row | undefined, field: string): void {
  if (row?.kind !== 'entry' || !FLAG_FIELDS.has(field)) return;
  if (appStore.getState().views[document] === undefined) return;
  const flag = field as EditableField & ('secureOnly' | 'httpOnly');
  void attempt(() => setField(document, row.id, { field: flag, text: String(!row[flag]) }));
}

/** Says which line has the focus, and gives its id; nothing while its row is not there yet. */
function tellFocus(document: string, api: GridApi<Row>, position: number): number | undefined {
  const row = api.getDisplayedRowAtIndex(position)?.data;
  if (row !== undefined) focusRow(document, { id: row.id, position });
  return row?.id;
}

/** How rows look by what they are. */
const ROW_CLASSES: NonNullable<GridOptions<Row>['rowClassRules']> = {
  'row-selected': ({ data }) => data?.selected === true,
  'row-added': ({ data }) => data?.state === 'added',
  'row-edited': ({ data }) => data?.state === 'edited',
  'row-external': ({ data }) => data?.external === true && data.state === 'saved',
  'row-comment': ({ data }) => data?.kind === 'comment' || data?.kind === 'blank',
  'row-unparsed': ({ data }) => data?.kind === 'unparsed',
  'row-expired': ({ data }) => data?.expiryTime !== undefined && data.expiryTime <= appStore.getState().now,
};

/** What the grid does on clicks, keys and focus. Columns, rows and theme come from the component. */
export function gridBehaviour(document: string, selection: RowSelection): GridOptions<Row> {
  /** The position that has the focus, and the line that was there when that was told; none while its row is on its way. */
  let told: { readonly position: number; readonly id: number | undefined } | undefined;
  const tell = (api: GridApi<Row>, position: number): void => {
    told = { position, id: tellFocus(document, api, position) };
  };
  const onKey = ({ event, column, data, api }: CellKeyDownEvent<Row>): void => {
    if (!(event instanceof KeyboardEvent)) return;
    const jump = jumpTarget(event, api.getDisplayedRowCount());
    if (jump !== undefined) focusCell(api, jump);
    if (event.key === 'Enter') flip(document, data, column.getColId());
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
    processRowPostCreate: ({ eRow }) => {
      eRow.draggable = true;
    },
    tooltipShowDelay: 400,
    onCellClicked: (event) => void selection.onClick(event),
    onCellDoubleClicked: ({ data, column }) => flip(document, data, column.getColId()),
    onCellKeyDown: (event) => ('column' in event ? onKey(event) : undefined),
    onCellFocused: ({ rowIndex, api }) => {
      if (rowIndex === null) told = undefined;
      else tell(api, rowIndex);
    },
    onModelUpdated: ({ api }) => {
      if (told === undefined || api.getFocusedCell()?.rowIndex !== told.position) return;
      // Scenario: a filter gave the focus to another place before the rows there were the new ones.
      const isOurs = told.id === undefined || appStore.getState().views[document]?.focus?.id === told.id;
      if (isOurs && api.getDisplayedRowAtIndex(told.position)?.data?.id !== told.id) tell(api, told.position);
    },
    navigateToNextCell: (params) => {
      selection.onArrow(params);
      return params.nextCellPosition;
    },
    // Arrows walk between cells; Tab leads out of the grid, which may have a million rows.
    tabToNextCell: () => false,
    focusGridInnerElement: ({ api }) => {
      const position = appStore.getState().views[document]?.focus?.position;
      if (position === undefined) return false;
      focusCell(api, position);
      return true;
    },
    rowClassRules: ROW_CLASSES,
  };
}
