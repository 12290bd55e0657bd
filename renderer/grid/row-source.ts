import type { IDatasource, IGetRowsParams } from 'ag-grid-community';
import type { Call } from '#shared/api/api.ts';
import { AppError } from '#shared/api/app-error.ts';
import type { Row, Sort } from '#shared/api/view.ts';
import { sortFrom } from './sort-model.ts';

interface RowSourceOptions {
  readonly call: Call;
  readonly view: string;
  /** The ids whose values may be shown, and whether all that is on screen may be. */
  readonly revealed: () => { readonly ids: ReadonlySet<number>; readonly all: boolean };
  /** Sees to it that the view has this order before rows are asked for. */
  readonly ensureSort: (sort: Sort) => Promise<void>;
  /** The version that the document is known to have. */
  readonly version: () => number;
  readonly onFailure: (error: AppError) => void;
}

/** Windows of rows for the grid, from the view that the engine keeps. An answer that is older than the document is asked for again, once. */
export function rowSource(options: RowSourceOptions): IDatasource {
  const { call, view, revealed, version } = options;
  const ask = (from: number, to: number, reveal: readonly number[]) =>
    call('view.rows', { view, from, to, ...(reveal.length === 0 ? {} : { reveal: [...reveal] }) });
  const fetchRows = async (from: number, to: number) => {
    const { ids, all } = revealed();
    const answer = await ask(from, to, [...ids]);
    return all ? ask(from, to, entriesOf(answer.rows)) : answer;
  };
  const load = async (params: IGetRowsParams): Promise<void> => {
    await options.ensureSort(sortFrom(params.sortModel));
    let answer = await fetchRows(params.startRow, params.endRow);
    if (answer.version < version()) answer = await fetchRows(params.startRow, params.endRow);
    params.successCallback([...answer.rows], answer.matches);
  };
  return {
    getRows: (params) => {
      load(params).catch((error: unknown) => {
        params.failCallback();
        if (!(error instanceof AppError)) throw error;
        if (error.code !== 'view-not-open') options.onFailure(error);
      });
    },
  };
}

function entriesOf(rows: readonly Row[]): number[] {
  return rows.filter((row) => row.kind === 'entry').map((row) => row.id);
}
