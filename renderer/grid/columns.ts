import type { ColDef } from 'ag-grid-community';
import type { EditableField } from '#shared/api/common.ts';
import type { Row } from '#shared/api/view.ts';
import { appStore } from '../state/app-store.ts';
import { messages } from '../ui/messages.ts';
import { showCount } from '../ui/numbers.ts';
import { showDates } from '../ui/times.ts';
import { ClientsCell } from './clients-cell.tsx';
import { DomainCell, ExpiresCell, SelectCell, StateCell, ValueCell } from './cells.tsx';
import type { GridContext } from './header-props.ts';
import { SelectAllHeader } from './select-all-header.tsx';
import { TextEditor } from './text-editor.tsx';

/** Columns that are edited as text in their cell; the engine's names of the fields. */
export const TEXT_FIELDS: ReadonlySet<string> = new Set<EditableField>([
  'name',
  'value',
  'domain',
  'path',
  'expires',
  'sameSite',
]);
/** Columns that a key flips. */
export const FLAG_FIELDS: ReadonlySet<string> = new Set<EditableField>(['secureOnly', 'httpOnly']);

/** False while the file is being read: there is nothing to edit yet. */
function isOpen({ document }: GridContext): boolean {
  return appStore.getState().views[document] !== undefined;
}

const text: ColDef<Row> = {
  editable: ({ data, context }) => data?.kind === 'entry' && isOpen(context as GridContext),
  cellEditor: TextEditor,
};
const flag: ColDef<Row> = {
  valueFormatter: ({ value }) => (value === true ? messages.grid.tick : ''),
  cellClass: 'cell-flag',
};
const number: ColDef<Row> = {
  valueFormatter: ({ value }) => (typeof value === 'number' ? showCount(value) : ''),
  cellClass: 'cell-number',
  headerClass: 'header-number',
};

/** What the name column says of a line. Plain text: with a component in every cell, scrolling costs twice as much. */
function nameText(row: Row | undefined): string | undefined {
  switch (row?.kind) {
    case undefined:
      return undefined;
    case 'entry':
      return row.name === '' ? messages.grid.empty : row.name;
    case 'blank':
      return messages.grid.blank;
    case 'comment':
    case 'unparsed':
      return row.text;
  }
}

function expiryTip(row: Row | undefined): string | undefined {
  const dates = row?.expiryTime === undefined ? undefined : showDates(row.expiryTime);
  return dates === undefined ? undefined : `${messages.grid.local}: ${dates.local}\n${dates.utc}`;
}

const { columns } = messages;
/** In windows less wide than this the usual columns would not stand beside the panels, in CSS pixels. */
const NARROW = 1360;

const fixed: readonly ColDef<Row>[] = [
  {
    colId: 'severity',
    headerName: columns.state,
    headerClass: 'header-narrow',
    cellRenderer: StateCell,
    cellClass: 'cell-narrow',
    width: 40,
    pinned: 'left',
    resizable: false,
    suppressMovable: true,
    lockPosition: 'left',
  },
  {
    colId: 'select',
    headerName: columns.select,
    headerComponent: SelectAllHeader,
    cellRenderer: SelectCell,
    cellClass: 'cell-narrow',
    width: 30,
    pinned: 'left',
    sortable: false,
    resizable: false,
    suppressMovable: true,
    lockPosition: 'left',
  },
];

const identity: readonly ColDef<Row>[] = [
  {
    ...text,
    colId: 'name',
    headerName: columns.name,
    valueGetter: ({ data }) => nameText(data),
    cellClass: 'cell-name',
    flex: 3,
    minWidth: 86,
  },
  {
    ...text,
    colId: 'value',
    headerName: columns.value,
    // The cell is drawn from the row; nothing that the grid keeps or announces holds the value.
    valueGetter: ({ data }) => data?.value !== undefined,
    cellRenderer: ValueCell,
    flex: 2,
    // Eight dots and the eye beside them.
    minWidth: 103,
  },
  {
    ...text,
    colId: 'domain',
    headerName: columns.domain,
    field: 'domain',
    cellRenderer: DomainCell,
    flex: 4,
    minWidth: 104,
  },
  {
    ...text,
    colId: 'path',
    headerName: columns.path,
    field: 'path',
    cellClass: 'mono',
    flex: 2,
    minWidth: 48,
  },
];

function attributes(hasSameSite: boolean): readonly ColDef<Row>[] {
  return [
    {
      ...text,
      colId: 'expires',
      headerName: columns.expires,
      field: 'expiryTime',
      cellRenderer: ExpiresCell,
      tooltipValueGetter: ({ data }) => expiryTip(data),
      width: 92,
    },
    { ...flag, colId: 'secureOnly', headerName: columns.secureOnly, field: 'secureOnly', width: 58 },
    { ...flag, colId: 'httpOnly', headerName: columns.httpOnly, field: 'httpOnly', width: 72 },
    {
      ...text,
      colId: 'sameSite',
      headerName: columns.sameSite,
      field: 'sameSite',
      width: 88,
      initialHide: !hasSameSite,
    },
    {
      colId: 'clients',
      headerName: columns.clients,
      cellRenderer: ClientsCell,
      sortable: false,
      // Four marks, and the scrollbar that lies over the end of the last column.
      width: 102,
    },
    {
      ...number,
      colId: 'size',
      headerName: columns.size,
      valueGetter: ({ data }) => (data?.kind === 'entry' ? data.size : undefined),
      width: 62,
      initialHide: window.innerWidth < NARROW,
    },
    {
      ...number,
      colId: 'line',
      headerName: columns.line,
      field: 'line',
      initialHide: true,
      width: 64,
      cellClass: 'cell-number cell-faint',
    },
  ];
}

/** Every column, in the usual order. `sameSite` starts hidden where the format has none. */
export function gridColumns(hasSameSite: boolean): ColDef<Row>[] {
  return [...fixed, ...identity, ...attributes(hasSameSite)];
}
