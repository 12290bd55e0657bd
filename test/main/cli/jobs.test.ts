import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { namedFile } from '../../../main/cli/many/found-file.ts';
import { JobPool } from '../../../main/cli/many/job-pool.ts';
import { buildProgram, builtProgram } from './built-program.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';

const program = builtProgram('test-jobs');
const folder = temporaryFolder();
const HEADER = '# Netscape HTTP Cookie File\n\n';
const SECRET = 'canary2d90Value';

function crumbs(args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, CRUMBS_DATA_DIR: path.join(folder, 'data') },
  });
  return { status, stdout, stderr };
}

/** Sixteen files, of which some have a lot to say, one has nothing to do with cookies and one is not there. */
function jars(name: string): readonly string[] {
  const place = path.join(folder, name);
  fs.mkdirSync(place);
  const files = Array.from({ length: 16 }, (_, at) => {
    const lines = Array.from(
      { length: at % 7 === 0 ? 1200 : 3 },
      (__, row) =>
        `.example.com\tTRUE\t/\tTRUE\t${row % 2 === 0 ? 1500000000 : 4000000000}\tn${row}\t${SECRET}\n`,
    );
    const file = path.join(place, `jar-${String(at).padStart(2, '0')}.txt`);
    fs.writeFileSync(file, `\ufeff${HEADER}${lines.join('')}`, { mode: 0o600 });
    return file;
  });
  const other = path.join(place, 'other');
  fs.writeFileSync(other, 'no cookies');
  return [...files.slice(0, 8), other, path.join(place, 'missing'), ...files.slice(8)];
}

beforeAll(() => buildProgram('test-jobs'), 60_000);

describe('several jobs', () => {
  test.each([
    ['check', '--json'],
    ['list', '--ndjson'],
    ['fix', '--dry-run'],
  ])('say what one says, in the same order: %s %s', (...args) => {
    const files = jars(args.join('').replaceAll('-', ''));
    const [one, several] = [1, 3].map((jobs) => crumbs([...args, `--jobs=${jobs}`, ...files]));
    expect(several).toEqual(one);
    expect([one?.status, one?.stderr.includes('missing does not exist')]).toEqual([2, true]);
    expect(one?.stdout.includes(SECRET)).toBe(false);
  });

  test('mend every file in its place', () => {
    const files = jars('mended').filter((file) => file.endsWith('.txt'));
    const { status } = crumbs(['fix', ...files, '--in-place', '--rule=byte-order-mark', '--jobs=3']);
    const heads = new Set(files.map((file) => fs.readFileSync(file, 'utf8').slice(0, HEADER.length)));
    expect({ status, heads: [...heads] }).toEqual({ status: 0, heads: [HEADER] });
  });

  test('end in silence when nobody reads on', () => {
    const files = jars('closed').filter((file) => file.endsWith('.txt'));
    const line = `"$0" "$@" 2>&1 >&3 | cat; exit 0`;
    const { stdout } = spawnSync(
      'sh',
      ['-c', `{ ${line}; } 3>&1 | head -n 1`, process.execPath, program, 'list', '--jobs=3', ...files],
      {
        encoding: 'utf8',
        env: { ...process.env, CRUMBS_DATA_DIR: path.join(folder, 'data') },
        timeout: 20_000,
      },
    );
    expect(stdout).toBe('file\tline\tdomain\tpath\tname\tvalue\texpires\tflags\n');
  });

  test('refuse a query that nobody can read once, and not for each file', () => {
    const files = jars('query').filter((file) => file.endsWith('.txt'));
    const { status, stderr } = crumbs(['list', ...files, '--jobs=3', '--query', 'expires<soon']);
    expect([status, stderr.trimEnd().split('\n').length]).toEqual([2, 1]);
  });
});

test('a thread that dies takes one file with it, and the next file has another thread', async () => {
  const dying = path.join(folder, 'dying.mjs');
  fs.writeFileSync(
    dying,
    `import { parentPort } from 'node:worker_threads';
     parentPort.on('message', ({ file }) => {
       if (file.path === 'deadly') throw new Error('the value of a cookie');
       parentPort.postMessage({ done: 0, written: 'well' });
     });`,
  );
  const said: string[] = [];
  const hear = (message: string): void => void said.push(message);
  const io = {
    readInput: () => Promise.reject(new Error('not asked for')),
    write: async (text: string | Uint8Array) => hear(String(text)),
    tell: hear,
    fail: hear,
    debug: () => {},
    progress: () => {},
    interrupted: () => new Promise<'asked'>(() => {}),
  };
  const pool = new JobPool(pathToFileURL(dying), { command: 'check', options: {} });
  const codes = [];
  for (const name of ['one', 'deadly', 'two'])
    codes.push(await pool.run({ file: namedFile(name), many: true }, io));
  await pool.dispose();
  expect({ codes, said }).toEqual({
    codes: [0, 2, 0],
    said: ['well', expect.stringMatching(/^crumbs: deadly: /), 'well'],
  });
});
