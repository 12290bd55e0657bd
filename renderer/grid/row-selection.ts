import type { CellClickedEvent, GridApi, NavigateToNextCellParams } from 'ag-grid-community';
import type { Row } from '#shared/api/view.ts';
import { select, selectAndReload } from '../state/view-actions.ts';

/** The clicks and keys that select lines. The engine keeps the selection; the rows on screen mirror it. */
export interface RowSelection {
  /** True when the click was about the selection. */
  onClick(event: CellClickedEvent<Row>): boolean;
  toggle(api: GridApi<Row>, position: number): void;
  /** Shift and an arrow key: the selection reaches from where it began to the next row. */
  onArrow(params: NavigateToNextCellParams<Row>): void;
}

/** Selects lines of one document. */
export function rowSelection(document: string): RowSelection {
  let anchor: number | undefined;

  const extend = (to: number, keep: boolean): void => {
    const from = anchor ?? to;
    anchor = from;
    const range = { from: Math.min(from, to), to: Math.max(from, to) };
    void selectAndReload(document, { kind: 'range', ...range, keep });
  };
  const toggle = (api: GridApi<Row>, position: number): void => {
    const node = api.getDisplayedRowAtIndex(position);
    if (node?.data === undefined) return;
    anchor = position;
    node.setData({ ...node.data, selected: !node.data.selected });
    void select(document, { kind: 'toggle', ids: [node.data.id] });
  };
  return {
    toggle,
    onClick: ({ event, api, rowIndex, column }) => {
      if (!(event instanceof MouseEvent) || rowIndex === null) return false;
      if (event.shiftKey) extend(rowIndex, event.ctrlKey || event.metaKey);
      else if (event.ctrlKey || event.metaKey || column.getColId() === 'select') toggle(api, rowIndex);
      else {
        anchor = rowIndex;
        return false;
      }
      return true;
    },
    onArrow: ({ event, previousCellPosition, nextCellPosition }) => {
      if (event?.shiftKey !== true || nextCellPosition === null) return;
      if (previousCellPosition.rowIndex === nextCellPosition.rowIndex) return;
      anchor ??= previousCellPosition.rowIndex;
      extend(nextCellPosition.rowIndex, false);
    },
  };
}
