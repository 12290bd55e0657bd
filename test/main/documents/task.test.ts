import { expect, test } from 'vitest';
import { Task, type TaskReport } from '../../../main/documents/task.ts';
import { TaskBoard, TaskQueue } from '../../../main/documents/task-queue.ts';

function task(reports: TaskReport[] = []): Task {
  return new Task({ id: 't1', label: 'Counting', onReport: (report) => reports.push(report) });
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
