import { execFile } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { hashChunks } from '../../../main/files/hash-content.ts';
import { readFile } from '../../../main/files/read-file.ts';
import { saveFile } from '../../../main/files/save-file.ts';
import {
  FileWatcher,
  type KnownContent,
  type WatchEvent,
  type WatchRequest,
} from '../../../main/files/watch-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

const root = temporaryFolder();
const run = promisify(execFile);
let turn = 0;
const disposals: (() => Promise<void>)[] = [];

afterAll(async () => {
  await Promise.all(disposals.splice(0).map((dispose) => dispose()));
});

/** Long enough for what others are sure to write, so that a shorter rewrite is a doubtful one. */
const FIRST = `# Netscape HTTP Cookie File\n${'.example.com\tTRUE\t/\tFALSE\t1900000000\ta\tb\n'.repeat(20)}`;

function newFile(content = FIRST): string {
  turn += 1;
  const file = path.join(root, `folder-${turn}`, 'cookies.txt');
  fs.mkdirSync(path.dirname(file));
  fs.writeFileSync(file, content);
  return file;
}

async function knownNow(file: string): Promise<KnownContent> {
  const { bytes, state } = await readFile({ path: file, allocate: (size) => new Uint8Array(size) });
  return { state, sha256: () => hashChunks([bytes]) };
}

interface Watch {
  readonly watcher: FileWatcher;
  /** What was told so far, with the content that belonged to each hash at the end. */
  readonly events: WatchEvent[];
  told(kind: WatchEvent['kind'], content?: string): Promise<void>;
}

async function watch(file: string, more: Partial<WatchRequest> = {}): Promise<Watch> {
  const events: WatchEvent[] = [];
  const known = await knownNow(file);
  const watcher = new FileWatcher({ path: file, known, onEvent: (event) => events.push(event), ...more });
  disposals.push(() => watcher.dispose());
  await until(
    () => watcher.notified || more.watchFolder !== undefined,
    () => 'not watched',
  );
  const told = (kind: WatchEvent['kind'], content?: string): Promise<void> =>
    until(
      () => {
        const last = events.at(-1);
        if (last?.kind !== kind) return false;
        if (content === undefined || !('snapshot' in last)) return true;
        return last.snapshot.sha256 === hashChunks([Buffer.from(content)]);
      },
      () => `not told: ${kind}, but ${events.map((event) => event.kind).join(', ') || 'nothing'}`,
    );
  return { watcher, events, told };
}

/** Waits until something holds, at most as long as a person might; then fails. */
async function until(holds: () => boolean, problem: () => string): Promise<void> {
  for (let waited = 0; !holds(); waited += 10) {
    if (waited > 12_000) throw new Error(problem());
    await pause(10);
  }
}

function isInstalled(program: string): Promise<boolean> {
  return run(program, ['--version']).then(
    () => true,
    () => false,
  );
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

const SECOND = `${FIRST}.example.org\tTRUE\t/\tFALSE\t1900000000\tc\td\n`;

/** Changes of the file as the programs make them, from FIRST to SECOND. */
const WRITERS: readonly { readonly name: string; write(file: string): Promise<void> }[] = [
  {
    name: 'empties and rewrites it in place, as wget and yt-dlp do',
    write: async (file) => {
      const out = fs.openSync(file, 'w');
      for (const line of SECOND.match(/.*\n/g) ?? []) {
        fs.writeSync(out, line);
        await pause(10);
      }
      fs.closeSync(out);
    },
  },
  {
    name: 'puts a new file in its place',
    write: async (file) => {
      fs.writeFileSync(`${file}.tmp`, SECOND);
      fs.renameSync(`${file}.tmp`, file);
    },
  },
  {
    name: 'deletes it and makes it anew',
    write: async (file) => {
      fs.rmSync(file);
      await pause(40);
      fs.writeFileSync(file, SECOND);
    },
  },
  {
    name: 'empties it and later renames a new file over it, as curl does',
    write: async (file) => {
      fs.truncateSync(file, 0);
      await pause(400);
      fs.writeFileSync(`${file}.tmp`, SECOND);
      fs.renameSync(`${file}.tmp`, file);
    },
  },
  ...[1, 6, 20, 60].flatMap((gap) => [
    {
      name: `writes twice within ${gap} ms, in place`,
      write: async (file: string) => {
        fs.writeFileSync(file, `${FIRST}# something else of some length, that does not stay\n`);
        await pause(gap);
        fs.writeFileSync(file, SECOND);
      },
    },
    {
      name: `writes twice within ${gap} ms, by rename`,
      write: async (file: string) => {
        for (const content of [`${FIRST}# not this\n`, SECOND]) {
          fs.writeFileSync(`${file}.tmp`, content);
          fs.renameSync(`${file}.tmp`, file);
          await pause(gap);
        }
      },
    },
  ]),
];

describe.concurrent('a watched file', () => {
  it.each(WRITERS)(
    'shows the final state, once, when a program $name',
    { timeout: 20_000 },
    async ({ write }) => {
      const file = newFile();
      const { events, told, watcher } = await watch(file);
      await write(file);
      await told('changed', SECOND);
      await watcher.check();
      expect(events.map(({ kind }) => kind)).toEqual(['changed']);
    },
  );

  it('shows a change that keeps size and time', { timeout: 20_000 }, async () => {
    const file = newFile();
    const { told } = await watch(file);
    const { atime, mtime } = fs.statSync(file);
    const other = FIRST.replace('example.com', 'example.net');
    fs.writeFileSync(file, other);
    fs.utimesSync(file, atime, mtime);
    await told('changed', other);
  });

  it('goes on after many deletions and new beginnings', { timeout: 40_000 }, async () => {
    const file = newFile();
    const { told } = await watch(file);
    for (let round = 1; round <= 3; round++) {
      fs.rmSync(file);
      await told('gone');
      const content = `${FIRST}# ${round}\n`;
      fs.writeFileSync(file, content);
      await told('changed', content);
    }
    fs.rmSync(file);
    await told('gone');
    fs.writeFileSync(file, FIRST);
    await told('back', FIRST);
  });

  it('is found again when its folder was away and another one came', { timeout: 40_000 }, async () => {
    const file = newFile();
    const { told } = await watch(file);
    fs.renameSync(path.dirname(file), `${path.dirname(file)}-away`);
    await told('gone');
    fs.mkdirSync(path.dirname(file));
    fs.writeFileSync(file, SECOND);
    await told('changed', SECOND);
    // The new folder is watched by now, or else looked at.
    fs.writeFileSync(file, FIRST);
    await told('back', FIRST);
  });

  it('counts as gone while something that is no file stands in its place', { timeout: 20_000 }, async () => {
    const file = newFile();
    const { told } = await watch(file);
    fs.rmSync(file);
    fs.mkdirSync(file);
    await told('gone');
  });

  it('is told back when its old content returns', { timeout: 20_000 }, async () => {
    const file = newFile();
    const { told } = await watch(file);
    fs.writeFileSync(file, SECOND);
    await told('changed', SECOND);
    fs.writeFileSync(file, FIRST);
    await told('back', FIRST);
  });

  it('is watched through a symbolic link, where the file really is', { timeout: 20_000 }, async () => {
    const file = newFile();
    const link = path.join(path.dirname(newFile()), 'link.txt');
    fs.symlinkSync(file, link);
    const { told, events } = await watch(link);
    fs.writeFileSync(file, SECOND);
    await told('changed', SECOND);
    expect(events.at(-1)).toMatchObject({ snapshot: { realPath: file } });
  });

  it('says nothing of its own saves, nor of a touch', { timeout: 20_000 }, async () => {
    const file = newFile();
    const { watcher, events } = await watch(file);
    let known = await knownNow(file);
    for (const text of [SECOND, FIRST, SECOND]) {
      const expected = { sha256: await known.sha256() };
      ({ known } = await saveFile({ path: file, chunks: [Buffer.from(text)], expected, safetyFolder: root }));
      watcher.know(known);
      await pause(60);
    }
    fs.utimesSync(file, 5, 5);
    await pause(2_500);
    await watcher.check();
    expect(events).toEqual([]);
  });

  it('says nothing of a save of its own that takes long', { timeout: 20_000 }, async () => {
    const file = newFile();
    const { watcher, events, told } = await watch(file);
    await watcher.during(async () => {
      fs.writeFileSync(file, SECOND);
      await pause(600);
    });
    watcher.know(await knownNow(file));
    await watcher.check();
    await pause(300);
    expect(events).toEqual([]);
    fs.writeFileSync(file, FIRST);
    await told('changed', FIRST);
  });

  it(
    'shows a change made right after a save, in the same tick and of the same size',
    { timeout: 20_000 },
    async () => {
      const file = newFile();
      const { watcher, told } = await watch(file);
      const { known } = await saveFile({
        path: file,
        chunks: [Buffer.from(SECOND)],
        expected: 'anything',
        safetyFolder: root,
      });
      const other = SECOND.replace('example.org', 'example.net');
      fs.writeFileSync(file, other);
      // Scenario: the clock of the disk is coarse, so that the stat after the foreign write equals the one after the save.
      const stat = fs.statSync(file, { bigint: true });
      watcher.know({
        ...known,
        state: { ...known.state, ino: stat.ino, mtimeNs: stat.mtimeNs, ctimeNs: stat.ctimeNs },
      });
      await told('changed', other);
    },
  );

  it('is looked at on request, and shown when the system tells of nothing', { timeout: 20_000 }, async () => {
    const file = newFile();
    const { watcher, events } = await watch(file, { watchFolder: () => () => Promise.resolve() });
    fs.writeFileSync(file, SECOND);
    await watcher.check();
    expect(events).toMatchObject([
      { kind: 'changed', snapshot: { sha256: hashChunks([Buffer.from(SECOND)]) } },
    ]);
  });

  it(
    'is looked at every two seconds where watching fails, and that is said once',
    { timeout: 20_000 },
    async () => {
      const file = newFile();
      const { events, told, watcher } = await watch(file, {
        watchFolder: ({ onFailure }) => {
          setTimeout(onFailure, 10);
          setTimeout(onFailure, 20);
          return () => Promise.resolve();
        },
      });
      await told('polling');
      fs.writeFileSync(file, SECOND);
      await told('changed', SECOND);
      expect(events.map(({ kind }) => kind)).toEqual(['polling', 'changed']);
      expect(watcher.notified).toBe(false);
    },
  );

  it('tells nothing any more once it was disposed of', async () => {
    const file = newFile();
    const { watcher, events } = await watch(file);
    fs.writeFileSync(file, SECOND);
    await watcher.dispose();
    await pause(400);
    expect(events).toEqual([]);
  });
});

describe('a real client', () => {
  /** A server that sets one cookie, of which the name is the path. */
  async function serve(): Promise<string> {
    const server = http.createServer((request, response) => {
      response.setHeader('Set-Cookie', `${(request.url ?? '/').slice(1)}=x; Max-Age=100000`);
      response.end('ok');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    disposals.push(async () => void server.close());
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return `http://127.0.0.1:${address.port}`;
  }

  const clients = [
    { name: 'curl', command: (file: string, url: string) => ['-s', '-b', file, '-c', file, url] },
    {
      name: 'wget',
      command: (file: string, url: string) => [
        '-q',
        '-O',
        '/dev/null',
        '--load-cookies',
        file,
        '--save-cookies',
        file,
        url,
      ],
    },
  ];

  it.for(clients)(
    '$name shows what it wrote, and never an empty file',
    { timeout: 30_000 },
    async ({ name, command }, { skip }) => {
      if (!(await isInstalled(name))) skip(`not run: ${name} is not installed`);
      const file = newFile();
      const url = await serve();
      const { told, events, watcher } = await watch(file);
      await run(name, command(file, `${url}/first`));
      await run(name, command(file, `${url}/second`));
      await told('changed', fs.readFileSync(file, 'utf8'));
      await watcher.check();
      expect(fs.readFileSync(file, 'utf8')).toContain('second');
      for (const event of events)
        expect(event).toMatchObject({ kind: 'changed', snapshot: { size: expect.any(Number) } });
      expect(events.every((event) => 'snapshot' in event && event.snapshot.size > 0)).toBe(true);
    },
  );
});
