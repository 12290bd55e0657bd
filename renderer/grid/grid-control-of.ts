import type { GridApi } from 'ag-grid-community';
import type { Row } from '#shared/api/view.ts';
import { appStore } from '../state/app-store.ts';
import type { GridControl } from '../state/grid-control.ts';
import { arrangeColumns, arrangementOf, chooseColumn, forgetColumns, showSort } from './column-state.ts';
import { FLAG_FIELDS, TEXT_FIELDS } from './columns.ts';
import { flip } from './grid-options.ts';
import { focusCell } from './keep-focus.ts';
import type { RowSelection } from './row-selection.ts';

interface GridParts {
  readonly document: string;
  readonly selection: RowSelection;
  readonly wrapper: HTMLElement;
}

/** How commands reach a grid. Rows that are not loaded yet are waited for before they are edited. */
export function controlOf(api: GridApi<Row>, { document, selection, wrapper }: GridParts): GridControl {
  const focused = (): number | undefined => appStore.getState().views[document]?.focus?.position;
  const goTo: GridControl['goTo'] = (position, at) => {
    focusCell(api, position, at?.field);
    whenLoaded(api, position, () => {
      focusCell(api, position, at?.field);
      if (at?.edit === true) api.startEditingCell({ rowIndex: position, colKey: at.field });
    });
  };
  return {
    goTo,
    takeFocus: () => {
      const position = focused();
      const last = api.getDisplayedRowCount() - 1;
      // Scenario: the rows of a new filter are here before it is known where the focused line stands among them.
      if (position !== undefined && last >= 0) focusCell(api, Math.min(position, last));
      else if (last >= 0) focusCell(api, 0, 'name');
      else wrapper.focus();
    },
    edit: (field) => {
      const position = focused();
      const current = field ?? api.getFocusedCell()?.column.getColId() ?? 'name';
      if (position === undefined) return;
      whenLoaded(api, position, (row) => {
        if (FLAG_FIELDS.has(current)) flip(document, row, current);
        else {
          const colKey = TEXT_FIELDS.has(current) ? current : 'name';
          focusCell(api, position, colKey);
          api.startEditingCell({ rowIndex: position, colKey });
        }
      });
    },
    ...columnControl(api),
    toggleFocused: () => {
      const position = focused();
      if (position !== undefined) selection.toggle(api, position);
    },
  };
}

const FIXED_COLUMNS: ReadonlySet<string> = new Set(['severity', 'select', 'name']);

function columnControl(
  api: GridApi<Row>,
): Omit<GridControl, 'goTo' | 'takeFocus' | 'edit' | 'toggleFocused'> {
  return {
    columns: () =>
      (api.getColumns() ?? [])
        .filter((column) => !FIXED_COLUMNS.has(column.getColId()))
        .map((column) => ({
          id: column.getColId(),
          label: column.getColDef().headerName ?? '',
          shown: column.isVisible(),
        })),
    showColumn: (id, shown) => chooseColumn(api, id, shown),
    arrangement: () => arrangementOf(api),
    arrange: (sort, columns) => {
      if (columns !== undefined) arrangeColumns(api, columns);
      showSort(api, sort);
    },
    resetColumns: () => {
      api.resetColumnState();
      forgetColumns();
    },
  };
}

/** Runs once the row at a position is there: at once, or when its block has come. */
function whenLoaded(api: GridApi<Row>, position: number, run: (row: Row) => void): void {
  const row = api.getDisplayedRowAtIndex(position)?.data;
  if (row !== undefined) {
    run(row);
    return;
  }
  const look = (): void => {
    const loaded = api.getDisplayedRowAtIndex(position)?.data;
    if (loaded === undefined) return;
    api.removeEventListener('modelUpdated', look);
    run(loaded);
  };
  api.addEventListener('modelUpdated', look);
}
