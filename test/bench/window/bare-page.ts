import { createGrid, InfiniteRowModelModule, ModuleRegistry, themeQuartz } from 'ag-grid-community';

/** What Crumbs is measured beside: a page with the same grid and the same rows, and nothing else. */

interface Row {
  readonly name: string;
}

const COLUMNS = ['name', 'value', 'domain', 'path', 'expires', 'secure', 'httpOnly', 'size', 'line'];
const BLOCK = 100;

ModuleRegistry.registerModules([InfiniteRowModelModule]);
const rows = JSON.parse(document.querySelector('#rows')?.textContent ?? '[]') as Row[];
let shown = rows;
const grid = createGrid<Row>(document.querySelector<HTMLElement>('#grid') ?? document.body, {
  theme: themeQuartz,
  rowModelType: 'infinite',
  cacheBlockSize: BLOCK,
  animateRows: false,
  columnDefs: COLUMNS.map((colId) => ({ colId, field: colId as keyof Row })),
  datasource: {
    getRows: ({ startRow, endRow, successCallback }) =>
      successCallback(shown.slice(startRow, endRow), shown.length),
  },
});

// A key replaces the page of rows by another one, as a filter does.
let turn = 0;
document.querySelector('input')?.addEventListener('input', () => {
  turn += 1;
  shown = rows.slice(turn * BLOCK, (turn + 1) * BLOCK);
  grid.refreshInfiniteCache();
});
