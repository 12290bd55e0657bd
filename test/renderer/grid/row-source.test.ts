import type { IGetRowsParams } from 'ag-grid-community';
import { expect, test, vi } from 'vitest';
import type { Call } from '#shared/api/api.ts';
import { AppError } from '#shared/api/app-error.ts';
import type { Row } from '#shared/api/view.ts';
import { rowSource } from '../../../renderer/grid/row-source.ts';

interface Asked {
  readonly from: number;
  readonly reveal?: readonly number[];
}

interface Shown {
  readonly known?: number;
  readonly all?: boolean;
  readonly ids?: readonly number[];
  readonly early?: readonly Row[];
  readonly view?: string;
}

/** Asks a source for its first rows and gives what the grid would get. */
function firstRows(
  versions: readonly number[],
  { known = 0, all = false, ids = [], early, ...shown }: Shown = {},
) {
  const view = shown.view ?? (early === undefined ? 'v1' : undefined);
  const asked: Asked[] = [];
  const answers = [...versions];
  const call = ((_name: string, params: Asked) => {
    asked.push(params);
    const version = answers.shift();
    if (version === undefined) return Promise.reject(new AppError('document-not-open'));
    return Promise.resolve({
      version,
      matches: 2,
      rows: [
        { id: 7, kind: 'entry' },
        { id: 8, kind: 'comment' },
      ],
    });
  }) as unknown as Call;
  const failures: string[] = [];
  const source = rowSource({
    call,
    view: () => view,
    early: () => early && { rows: early, total: early.length },
    revealed: () => ({ ids: new Set(ids), all }),
    ensureSort: () => Promise.resolve(),
    version: () => known,
    onFailure: ({ code }) => failures.push(code),
  });
  const successCallback = vi.fn();
  const failCallback = vi.fn();
  const params = { startRow: 0, endRow: 100, sortModel: [], successCallback, failCallback };
  source.getRows(params as unknown as IGetRowsParams);
  return { asked, failures, successCallback, failCallback };
}

test('the rows go to the grid with the number of matches', async () => {
  const { successCallback } = firstRows([3], { known: 3 });
  await vi.waitFor(() =>
    expect(successCallback).toHaveBeenCalledWith([expect.anything(), expect.anything()], 2),
  );
});

test('an answer from before the last edit is asked for again, once', async () => {
  const { asked, successCallback } = firstRows([2, 2], { known: 3 });
  await vi.waitFor(() => expect(successCallback).toHaveBeenCalledOnce());
  expect(asked).toHaveLength(2);
});

test('nothing is revealed unless asked, named lines are, and all means the entries on screen', async () => {
  const masked = firstRows([0]);
  const some = firstRows([0], { ids: [7] });
  const all = firstRows([0, 0], { all: true });
  await vi.waitFor(() => expect(all.successCallback).toHaveBeenCalledOnce());
  expect(masked.asked.map(({ reveal }) => reveal)).toEqual([undefined]);
  expect(some.asked.map(({ reveal }) => reveal)).toEqual([[7]]);
  expect(all.asked.map(({ reveal }) => reveal)).toEqual([undefined, [7]]);
});

test('while the file is being read its first lines are the rows, and the engine is not asked', () => {
  const early = [{ id: 3 } as Row];
  const { asked, successCallback } = firstRows([], { early });
  expect(successCallback).toHaveBeenCalledWith(early, 1);
  expect(asked).toEqual([]);
});

test('while a question is worked out its first rows are shown', () => {
  const early = [{ id: 3 } as Row, { id: 9 } as Row];
  const { asked, successCallback } = firstRows([], { early, view: 'v1' });
  expect(successCallback).toHaveBeenCalledWith(early, 2);
  expect(asked).toEqual([]);
});

test('a failure is told to the grid and to the person', async () => {
  const { failures, failCallback } = firstRows([]);
  await vi.waitFor(() => expect(failCallback).toHaveBeenCalledOnce());
  expect(failures).toEqual(['document-not-open']);
});
