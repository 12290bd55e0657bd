import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Cookie } from '#shared/cookie/cookie.ts';
import { EXPORT_TARGETS } from '#shared/exports/registry.ts';
import { installBrowserLibraries } from './exports-code/browser-libraries.ts';
import { goStrings, goTroubles } from './exports-code/go-reading.ts';
import { type PlainServer, startPlainServer } from './exports-code/plain-server.ts';
import { exportOf } from './export-of.ts';
import { canImport, canRun, run } from './programs.ts';

const NOW = Math.floor(Date.now() / 1000);
const FILE = `it's a "file" \\ $HOME #{1}.txt`;
const PLACE = "it's/{a}[1]/$HOME?x=${1}&y=%20|`";

const cookie = (name: string, value: string, more: Partial<Cookie> = {}): Cookie => ({
  name,
  value,
  domain: '127.0.0.1',
  hostOnly: true,
  path: '/',
  secureOnly: false,
  httpOnly: true,
  expiryTime: NOW + 1000,
  ...more,
});

const { expiryTime: _, ...session } = cookie('sid', `it's\\a$1#{1}"x"`);
const COOKIES: readonly Cookie[] = [
  session,
  cookie('lang', '{french}'),
  cookie('gone', 'expired', { expiryTime: 1 }),
  cookie('other', 'elsewhere', { domain: 'example.org' }),
  cookie('deep', 'path', { path: '/nowhere' }),
];
/** What a browser refuses in some way, and what it takes although it looks odd: with one that it refuses it takes none. */
const ODD: readonly Cookie[] = [
  { name: '' },
  { name: '', value: '' },
  { name: 'a=b' },
  { name: ' a' },
  { name: '\xc3\xa9' },
  { value: 'a;b' },
  { value: '\x01' },
  { value: 'x'.repeat(5000) },
  { path: `/${'x'.repeat(1100)}` },
  { path: 'x' },
  { path: '/a b?c#d"' },
  { domain: 'co.uk' },
  { domain: 'example.com:80' },
  { domain: '::1', hostOnly: true },
  { domain: '[::1]', hostOnly: true },
  { domain: '127.0.0.2' },
  { domain: 'a b.*.com' },
  { name: '__Host-a' },
  { name: '__host-b', hostOnly: true, path: '/x' },
  { name: '__Secure-c', secureOnly: false },
  { name: '__Http-d', httpOnly: false },
  { secureOnly: false, extras: { sameSite: 'none' } as const },
  { extras: { partitionKey: { topLevelSite: 'https://top.example' } } },
  { secureOnly: false, extras: { partitionKey: { topLevelSite: 'https://top.example' } } },
].map((more, at) =>
  cookie(`odd${at}`, '1', { domain: 'example.com', hostOnly: false, secureOnly: true, ...more }),
);

const SENT = ['lang={french}', `sid=it's\\a$1#{1}"x"`];

const PYTHON = '/usr/bin/python3';

interface Runner {
  readonly target: string;
  readonly program: string;
  readonly library?: string;
  readonly file: string;
}

const RUNNERS: readonly Runner[] = [
  { target: 'requests', program: PYTHON, library: 'requests', file: 'code.py' },
  { target: 'httpx', program: PYTHON, library: 'httpx', file: 'code.py' },
  { target: 'node-fetch', program: 'node', file: 'code.mjs' },
  { target: 'php', program: 'php', file: 'code.php' },
  { target: 'ruby', program: 'ruby', file: 'code.rb' },
  { target: 'with-playwright', program: 'node', file: 'code.mjs' },
  { target: 'with-puppeteer', program: 'node', file: 'code.mjs' },
];

let folder = '';
let server: PlainServer;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'crumbs-code-'));
  installBrowserLibraries(folder);
  server = await startPlainServer();
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const address = (): string => `http://127.0.0.1:${server.port}/${PLACE}`;

/** The code of a target, its cookie file written beside it. */
function code(target: string, cookies: readonly Cookie[], inline: boolean): string {
  const made = exportOf(target, { cookies, url: address(), fileName: FILE, inline, now: NOW });
  if (made === undefined || 'refused' in made || made.command === undefined) throw new Error('refused');
  for (const { name, bytes } of made.files) writeFileSync(path.join(folder, name), bytes, { mode: 0o600 });
  return made.command;
}

/** The pairs that the server was sent when the code ran, sorted. */
async function sent({ program, file }: Runner, text: string): Promise<readonly string[]> {
  writeFileSync(path.join(folder, file), text);
  const ran = await run([program, file], { cwd: folder });
  expect(ran.status, ran.stderr.toString()).toBe(0);
  return server.take()?.split('; ').sort() ?? [];
}

test('every target that gives code is run here, or read', () => {
  const targets = EXPORT_TARGETS.filter(({ kind }) => kind === 'code').map(({ id }) => id);
  expect([...RUNNERS.map(({ target }) => target), 'go'].sort()).toEqual(targets.sort());
});

describe.each(RUNNERS)('the code of $target', (runner) => {
  const { target, program, library } = runner;
  const what = `the exported code of ${target}`;
  const needed = target.startsWith('with-') ? 'chromium' : program;
  const here = canRun(needed, what) && (library === undefined || canImport(program, library, what));

  test.skipIf(!here)(
    'sends the cookies of its address and no others',
    async () => {
      const text = code(target, [...ODD, ...COOKIES], false);
      expect(text).not.toContain('french');
      expect(await sent(runner, text)).toEqual(SENT);
    },
    30_000,
  );

  if (!EXPORT_TARGETS.some(({ id, canInline }) => id === target && canInline)) return;

  test.skipIf(!here)('sends them when the values stand in it', async () => {
    expect(await sent(runner, code(target, COOKIES, true))).toEqual(SENT);
  });

  test.skipIf(!here)('sends bytes that are no ASCII as they are', async () => {
    const odd = [cookie('odd', '\xe9 \xc3\xa9')];
    expect(await sent(runner, code(target, odd, false))).toEqual(['odd=\xe9 \xc3\xa9']);
  });
});

describe('the code of Go, which is read and not run', () => {
  test.each([false, true])('has no trouble, and says what it should (values in it: %s)', (inline) => {
    const text = code('go', COOKIES, inline);
    expect(goTroubles(text)).toEqual([]);
    expect(goStrings(text)).toContain(new URL(address()).href);
    expect(goStrings(text)).toContain(inline ? SENT.toReversed().join('; ') : FILE);
  });

  test('the reading can go red', () => {
    const text = code('go', COOKIES, false);
    expect(goTroubles(text.replace('\t"strings"\n', ''))).toEqual(['strings is not imported']);
    expect(goTroubles(text.replace('"Cookie", cookie', '"Cookie", "a"'))).toEqual([
      'cookie is declared and not used',
    ]);
    expect(goTroubles(`${text}}`)).toEqual(['brackets are not balanced']);
  });

  test.skipIf(!canRun('gofmt', 'the syntax of exported Go'))(
    'is accepted by gofmt as it stands',
    async () => {
      const text = code('go', COOKIES, false);
      const { stdout, status } = await run(['gofmt'], { input: `${text}\n` });
      expect({ status, text: stdout.toString() }).toEqual({ status: 0, text: `${text}\n` });
    },
  );
});
