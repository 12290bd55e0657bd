import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../main/files/read-file.ts';
import { hashChunks } from '../../main/files/hash-content.ts';
import { FileWatcher } from '../../main/files/watch-file.ts';
import { temporaryFolder } from '../main/files/temporary-folder.ts';
import type { BadWatcher } from './known-bad/bad-watcher.ts';
import { throttlesEvents } from './known-bad/throttles-events.ts';
import { pollsTimeAndSize } from './known-bad/polls-time-and-size.ts';
import { watchesTheFile } from './known-bad/watches-the-file.ts';

const root = temporaryFolder();
const LINE = '.example.com\tTRUE\t/\tFALSE\t1900000000\tname\tvalue\n';
const FIRST = `# Netscape HTTP Cookie File\n${LINE.repeat(40)}`;
const LAST = FIRST.replaceAll('value', 'other');
/** Within this time after the last write the true state must be shown. */
const PATIENCE_MS = 3_000;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** How another program gets the file from FIRST to LAST. */
const WRITERS: Readonly<Record<string, (file: string) => Promise<void>>> = {
  'deletes and makes it anew, and writes it again': async (file) => {
    for (const content of [`${FIRST}${LINE}`, LAST]) {
      fs.rmSync(file);
      await pause(30);
      fs.writeFileSync(file, content);
      await pause(1500);
    }
    fs.writeFileSync(file, `${LAST}# more\n`);
    await pause(1500);
    fs.writeFileSync(file, LAST);
  },
  'writes twice in a moment': async (file) => {
    for (let round = 0; round < 3; round++) {
      fs.writeFileSync(file, `${FIRST}# ${round}\n`);
      await pause(12);
    }
    fs.writeFileSync(file, LAST);
  },
  'writes it bit by bit': async (file) => {
    const out = fs.openSync(file, 'w');
    for (const line of LAST.match(/.*\n/g) ?? []) {
      fs.writeSync(out, line);
      await pause(10);
    }
    fs.closeSync(out);
  },
  'writes as many bytes and puts the time back': async (file) => {
    const { atime, mtime } = fs.statSync(file);
    fs.writeFileSync(file, LAST);
    fs.utimesSync(file, atime, mtime);
  },
};

const ours: BadWatcher = async (file, show) => {
  const { bytes, state } = await readFile({ path: file, allocate: (size) => new Uint8Array(size) });
  const sha256 = hashChunks([bytes]);
  const watcher = new FileWatcher({
    path: file,
    known: { state, sha256: () => sha256 },
    onEvent: () => {
      if (fs.existsSync(file)) show(fs.readFileSync(file, 'utf8'));
    },
  });
  for (let waited = 0; !watcher.notified && waited < 3_000; waited += 10) await pause(10);
  return () => watcher.dispose();
};

let turn = 0;

/** Lets a file be watched while a program writes it; gives what was shown wrongly, or not at all. */
async function watching(watcher: BadWatcher, writer: string): Promise<string[]> {
  turn += 1;
  const file = path.join(root, String(turn), 'cookies.txt');
  fs.mkdirSync(path.dirname(file));
  fs.writeFileSync(file, FIRST);
  const shown: string[] = [];
  const end = await watcher(file, (content) => shown.push(content));
  await pause(100);
  await WRITERS[writer]?.(file);
  for (let waited = 0; shown.at(-1) !== LAST && waited < PATIENCE_MS; waited += 50) await pause(50);
  await end();
  const problems = new Set<string>();
  for (const content of shown)
    if (content.length < FIRST.length) problems.add('showed a file that was not whole');
  if (shown.at(-1) !== LAST) problems.add('does not show what is on disk');
  return [...problems];
}

describe.concurrent('our watcher', () => {
  it.for(Object.keys(WRITERS))(
    'shows whole files only, and the last one, of a program that %s',
    { timeout: 30_000 },
    async (writer) => {
      expect(await watching(ours, writer)).toEqual([]);
    },
  );
});

describe.concurrent('the watching harness catches a watcher that', () => {
  it.for([
    {
      name: 'watches the file',
      watcher: watchesTheFile,
      writer: 'deletes and makes it anew, and writes it again',
      problem: 'does not show what is on disk',
    },
    {
      name: 'throttles events, of quick writers',
      watcher: throttlesEvents,
      writer: 'writes twice in a moment',
      problem: 'does not show what is on disk',
    },
    {
      name: 'throttles events, of slow writers',
      watcher: throttlesEvents,
      writer: 'writes it bit by bit',
      problem: 'showed a file that was not whole',
    },
    {
      name: 'goes by time and size',
      watcher: pollsTimeAndSize,
      writer: 'writes as many bytes and puts the time back',
      problem: 'does not show what is on disk',
    },
  ])('$name', { timeout: 30_000 }, async ({ watcher, writer, problem }) => {
    expect(await watching(watcher, writer)).toContain(problem);
  });
});
