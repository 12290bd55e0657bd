import { expect, test } from 'vitest';
import type { AppError } from '../../../shared/api/app-error.ts';
import { connect } from '../../../main/api/dispatch.ts';
import { DocumentService } from '../../../main/documents/document-service.ts';
import { Task, type TaskReport } from '../../../main/documents/task.ts';
import { TaskBoard, TaskQueue } from '../../../main/documents/task-queue.ts';

function task(reports: TaskReport[] = []): Task {
  return new Task({ id: 't1', label: 'Counting', fixed: false, onReport: (report) => reports.push(report) });
}

/** Work that holds the processor for `slice` milliseconds between yields. */
function* busy(slices: number, slice: number): Generator<{ done: number; total: number }, number> {
  for (let at = 0; at < slices; at++) {
    const until = performance.now() + slice;
    while (performance.now() < until);
    yield { done: at, total: slices };
  }
  return slices;
}

test('others get their turn while long work runs', async () => {
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 1);
  const result = await task().slices(busy(10, 12));
  clearInterval(timer);
  expect({ result, interrupted: turns > 2 }).toEqual({ result: 10, interrupted: true });
});

test('short work tells nothing; long work tells how far it is and that it is over', async () => {
  const reports: TaskReport[] = [];
  const board = new TaskBoard((report) => reports.push(report));
  await board.run({ label: 'Short' }, (one) => one.slices(busy(2, 1)));
  expect(reports).toEqual([]);
  await board.run({ label: 'Long' }, (one) => one.slices(busy(40, 15)));
  expect(reports.length).toBeGreaterThan(1);
  expect(reports.at(-1)).toMatchObject({ label: 'Long', done: 1, total: 1 });
  expect(reports.slice(0, -1).every(({ done, total }) => done < total)).toBe(true);
});

test('work that is stopped ends as cancelled, between two slices', async () => {
  const board = new TaskBoard(() => {});
  let id = '';
  const running = board.run({ label: 'Long' }, (one) => {
    id = one.id;
    return one.slices(busy(1000, 11));
  });
  setTimeout(() => board.cancel(id), 20);
  await expect(running).rejects.toMatchObject({ code: 'cancelled' });
});

test('work that must not be left half done cannot be stopped', async () => {
  const board = new TaskBoard(() => {});
  let id = '';
  const running = board.run({ label: 'Editing', fixed: true }, (one) => {
    id = one.id;
    return one.slices(busy(4, 11));
  });
  board.cancel(id);
  expect(await running).toBe(4);
});

test('work on one document is done one piece after the other, and a failure does not stop the next', async () => {
  const queue = new TaskQueue(new TaskBoard(() => {}));
  const order: string[] = [];
  const step = (name: string, fails = false) =>
    queue.add({ label: name }, async (one) => {
      order.push(`${name} begins`);
      await one.slices(busy(2, 11));
      order.push(`${name} ends`);
      if (fails) throw new Error('failed');
    });
  const results = await Promise.allSettled([step('one'), step('two', true), step('three')]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(order).toEqual(['one begins', 'one ends', 'two begins', 'two ends', 'three begins', 'three ends']);
});

test('work that has begun to change things is no longer stopped, and says so', async () => {
  const reports: TaskReport[] = [];
  const board = new TaskBoard((report) => reports.push(report));
  let id = '';
  const running = board.run({ label: 'Editing' }, (one) => {
    id = one.id;
    return one.slices(
      (function* () {
        yield* busy(30, 15);
        yield { done: 0, total: 1, final: true as const };
        queueMicrotask(() => board.cancel(id));
        return yield* busy(30, 15);
      })(),
    );
  });
  expect(await running).toBe(30);
  expect([reports[0]?.stoppable, reports.at(-1)?.stoppable]).toEqual([true, false]);
});

test('wherever an edit is stopped, the document is as before or wholly edited', async () => {
  const service = new DocumentService({ safetyFolder: '/nowhere', live: false });
  const { call } = connect(service, () => {});
  const lines = Array.from(
    { length: 12_000 },
    (_, at) => `.example.com\tTRUE\t/\tTRUE\t1900000000\tname${at}\tvalue\n`,
  );
  const text = `# Netscape HTTP Cookie File\n${lines.join('')}`;
  const { id: document } = await call('document.openBytes', {
    name: 'jar.txt',
    base64: Buffer.from(text).toString('base64'),
  });
  const { id: view } = await call('view.open', { document });
  const edited = text.replaceAll('\t/\t', '\t/x\t');
  const outcomes = new Set<string>();
  for (let turns = 0; turns < 30; turns += 1) {
    const editing = call('edit.set', {
      document,
      target: { view, which: 'matches' },
      field: 'path',
      text: '/x',
    }).then(
      () => 'edited',
      (error: AppError) => error.code,
    );
    for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    for (let task = 0; task < 500; task += 1) service.tasks.cancel(`t${task}`);
    const outcome = await editing;
    outcomes.add(outcome);
    const { base64 } = await call('document.bytes', { document });
    const now = Buffer.from(base64, 'base64').toString('utf8');
    expect(now === (outcome === 'edited' ? edited : text)).toBe(true);
    const { undo, changes } = await call('document.info', { document });
    expect([undo === undefined, changes > 0]).toEqual(outcome === 'edited' ? [false, true] : [true, false]);
    if (outcome === 'edited') await call('document.undo', { document });
    if (outcomes.size > 1 && outcome === 'edited') break;
  }
  expect([...outcomes].toSorted()).toEqual(['cancelled', 'edited']);
  await service.dispose();
});
