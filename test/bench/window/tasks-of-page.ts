import fs from 'node:fs';
import type { ElectronApplication } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly dur?: number;
  readonly args?: { readonly name?: string };
}

/** How long the tasks of the page's main thread were, in milliseconds. */
export interface Tasks {
  /** Of all tasks that took a millisecond or more, what 95 of a hundred do not exceed. */
  readonly p95: number;
  readonly longest: number;
}

/** Does something in the window and tells how long the page's tasks were meanwhile, by Chromium's own trace. */
export async function tasksDuring(
  application: ElectronApplication,
  act: () => Promise<void>,
): Promise<Tasks> {
  await application.evaluate(({ contentTracing }) =>
    contentTracing.startRecording({ included_categories: ['toplevel', '__metadata'] }),
  );
  await act();
  const file = await application.evaluate(({ contentTracing }) => contentTracing.stopRecording());
  const { traceEvents } = JSON.parse(fs.readFileSync(file, 'utf8')) as { traceEvents: TraceEvent[] };
  fs.rmSync(file);
  const pages = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const lengths = traceEvents
    .filter(({ ph, name, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && pages.has(`${pid} ${tid}`))
    .map(({ dur = 0 }) => dur / 1000)
    .filter((length) => length >= 1)
    .toSorted((one, other) => one - other);
  if (lengths.length === 0) throw new Error('The trace has no tasks of the page.');
  return {
    p95: Math.round(lengths[Math.floor(lengths.length * 0.95)] ?? 0),
    longest: Math.round(lengths.at(-1) ?? 0),
  };
}
