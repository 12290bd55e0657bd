import type { IDatasource, IGetRowsParams } from 'ag-grid-community';
import type { Call } from '#shared/api/api.ts';
import { AppError } from '#shared/api/app-error.ts';
import type { Row, Sort } from '#shared/api/view.ts';
import { sortFrom } from './sort-model.ts';

interface RowSourceOptions {
  readonly call: Call;
  /** None while the file is being read. */
  readonly view: () => string | undefined;
  /** The first rows, where they are known already: of a file that is being read, or with the answer to a question. */
  readonly early: () => { readonly rows: readonly Row[]; readonly total: number } | undefined;
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
  const { call, revealed, version } = options;
  const ask = (view: string, [from, to]: Window, reveal: readonly number[]) =>
    call('view.rows', { view, from, to, ...(reveal.length === 0 ? {} : { reveal: [...reveal] }) });
  const fetchRows = async (view: string, window: Window) => {
    const { ids, all } = revealed();
    const answer = await ask(view, window, [...ids]);
    return all ? ask(view, window, entriesOf(answer.rows)) : answer;
  };
  const reveals = (): boolean => {
    const { ids, all } = revealed();
    return all || ids.size > 0;
  };
  const load = async (params: IGetRowsParams): Promise<void> => {
    const view = options.view();
    const window = [params.startRow, params.endRow] as const;
    const early = options.early();
    if (view === undefined || (early !== undefined && has(early, window) && !reveals())) {
      params.successCallback(early?.rows.slice(...window) ?? [], early?.total ?? 0);
      return;
    }
    await options.ensureSort(sortFrom(params.sortModel));
    let answer = await fetchRows(view, window);
    if (answer.version < version()) answer = await fetchRows(view, window);
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

/** Are these rows among the first ones? */
function has({ rows, total }: { rows: readonly Row[]; total: number }, [, to]: Window): boolean {
  return to <= rows.length || rows.length === total;
}

/** Positions of rows, the second not included. */
type Window = readonly [from: number, to: number];

function entriesOf(rows: readonly Row[]): number[] {
  return rows.filter((row) => row.kind === 'entry').map((row) => row.id);
}
