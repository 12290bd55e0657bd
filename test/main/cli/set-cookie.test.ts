import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { runCaptured } from './run-captured.ts';

const CANARY = 'canary5c1f0aValue';
const TOP = '# Netscape HTTP Cookie File\n';
const JAR = `${TOP}www.example.com\tFALSE\t/\tFALSE\t4000000000\tlang\t${CANARY}A\n`;
const URL = 'https://www.example.com/app/';
const HEADERS = `HTTP/1.1 200 OK\r\nSet-Cookie: lang=; Max-Age=0; Path=/\r\nSet-Cookie: sid=${CANARY}B; HttpOnly; Secure; Path=/; Domain=example.com\r\n\r\n`;
const AFTER = `${TOP}#HttpOnly_.example.com\tTRUE\t/\tTRUE\t0\tsid\t${CANARY}B\n`;

const folder = temporaryFolder();
let files = 0;

function newFile(text: string): string {
  const file = path.join(folder, `jar-${(files += 1)}.txt`);
  fs.writeFileSync(file, text, { mode: 0o600 });
  return file;
}

beforeEach(() => {
  process.env['CRUMBS_DATA_DIR'] = path.join(folder, 'data');
});

describe('crumbs set-cookie', () => {
  test('writes the file as a browser would leave it, and says what it did', async () => {
    const file = newFile(JAR);
    const { code, out, err } = await runCaptured(['set-cookie', file, '--url', URL], HEADERS);
    expect({ code, out }).toEqual({ code: 0, out: AFTER });
    expect(err).toMatch(/line 2: remove lang of www\.example\.com\/ in line 2/);
    expect(err).toMatch(/line 3: add sid of \.example\.com\/ \(Secure; HttpOnly; session\)/);
    expect(err).not.toContain(CANARY);
    expect(fs.readFileSync(file, 'utf8')).toBe(JAR);
  });

  test('writes in place, or elsewhere', async () => {
    const file = newFile(JAR);
    const output = path.join(folder, 'after.txt');
    const elsewhere = await runCaptured(['set-cookie', file, '--url', URL, '--output', output], HEADERS);
    expect({ code: elsewhere.code, before: fs.readFileSync(file, 'utf8') }).toEqual({ code: 0, before: JAR });
    expect(fs.readFileSync(output, 'utf8')).toBe(AFTER);
    const inPlace = await runCaptured(['set-cookie', file, '--url', URL, '--in-place'], HEADERS);
    expect({ code: inPlace.code, err: inPlace.err }).toEqual({ code: 0, err: '' });
    expect(inPlace.out).toContain('Chromium');
    expect(fs.readFileSync(file, 'utf8')).toBe(AFTER);
  });

  test('compares browsers without writing', async () => {
    const file = newFile(JAR);
    const { code, out } = await runCaptured(
      [
        'set-cookie',
        file,
        '--url',
        URL,
        '--dry-run',
        '--json',
        '--client',
        'firefox',
        '--client',
        'rfc6265bis',
      ],
      'a=1; Path=/; Expires=x\nb=2; Domain=other.example\nc=; Max-Age=0',
    );
    const { clients } = JSON.parse(out) as { clients: { client: string; outcomes: { outcome: string }[] }[] };
    expect(clients.map(({ client, outcomes }) => [client, outcomes.map(({ outcome }) => outcome)])).toEqual([
      ['firefox', ['add', 'rejected', 'ignored']],
      ['rfc6265bis', ['add', 'rejected', 'ignored']],
    ]);
    expect(code).toBe(1);
    expect(fs.readFileSync(file, 'utf8')).toBe(JAR);
  });

  test('takes the time and the place that the headers came from', async () => {
    const file = newFile(TOP);
    const timed = ['set-cookie', file, '--url', URL, '--time', '2027-03-01T12:00:00Z'];
    const { out } = await runCaptured(timed, 'a=1; Max-Age=60; Path=/');
    expect(out).toContain(`\t${Date.UTC(2027, 2, 1, 12) / 1000 + 60}\ta\t1\n`);
    const embedded = await runCaptured([...timed, '--initiator', 'embedded', '--dry-run'], 'a=1');
    expect(embedded).toMatchObject({ code: 1, err: '' });
    expect(embedded.out).toContain(
      'rejected a: it came with something that a page of another site asked for',
    );
    for (const time of ['-62135596801', '253402300800', '999999999999999']) {
      const { code } = await runCaptured(
        ['set-cookie', file, '--url', URL, '--time', time],
        'a=1; Max-Age=9',
      );
      expect(code).toBe(0);
    }
  });

  test('shows values only when asked', async () => {
    const asked = ['set-cookie', newFile(JAR), '--url', URL, '--dry-run'];
    expect((await runCaptured(asked, HEADERS)).out).not.toContain(CANARY);
    expect((await runCaptured([...asked, '--reveal'], HEADERS)).out).toContain(`sid=${CANARY}B`);
  });

  test.each([
    ['no address', [], 'a=1', /--url/],
    ['an address without a host', ['--url', 'https://'], 'a=1', /https:\/\/example\.com/],
    ['a file as the address', ['--url', 'file:///tmp/x'], 'a=1', /./],
    ['an unknown browser', ['--url', URL, '--client', 'netscape'], 'a=1', /chromium, firefox, rfc6265bis/],
    ['two browsers', ['--url', URL, '--client', 'firefox', '--client', 'chromium'], 'a=1', /name one/],
    ['two places to write', ['--url', URL, '--in-place', '--output', 'x'], 'a=1', /exclude/],
    ['no headers', ['--url', URL], '', /no Set-Cookie header/],
    ['no headers, only looking', ['--url', URL, '--dry-run'], 'HTTP/1.1 200 OK\n', /no Set-Cookie header/],
    ['too many headers', ['--url', URL], 'a=1\n'.repeat(1001), /1000/],
    ['JSON beside the file', ['--url', URL, '--json'], 'a=1', /--json goes with/],
    ['a time that is none', ['--url', URL, '--time', 'noon'], 'a=1', /--time takes/],
    ['a place that is none', ['--url', URL, '--initiator', 'moon'], 'a=1', /same-site, cross-site, embedded/],
  ])('refuses %s in plain words', async (_what, given, input, words) => {
    const file = newFile(JAR);
    const { code, out, err } = await runCaptured(['set-cookie', file, ...given], input);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(words);
    expect(fs.readFileSync(file, 'utf8')).toBe(JAR);
  });

  test('has the headers on standard input, so the cookies are not there', async () => {
    expect(await runCaptured(['set-cookie', '-', '--url', URL], 'a=1')).toMatchObject({ code: 2, out: '' });
  });
});

describe('crumbs request', () => {
  test('asks browsers too', async () => {
    const asked = ['request', newFile(JAR), URL, '--client', 'chromium', '--client', 'firefox debian12'];
    const { code, out } = await runCaptured([...asked, '--json']);
    const { clients } = JSON.parse(out) as { clients: { client: string; header?: string }[] };
    expect(clients.map(({ client }) => client)).toEqual(['chromium', 'firefox']);
    expect(clients.map(({ header }) => header?.startsWith('lang='))).toEqual([true, true]);
    expect({ code, leaks: out.includes(CANARY) }).toEqual({ code: 0, leaks: false });
  });

  test('refuses a browser that it does not know, and says which it does', async () => {
    const { code, err } = await runCaptured(['request', newFile(JAR), URL, '--client', 'mosaic']);
    expect(code).toBe(2);
    expect(err).toMatch(/curl, .*chromium, firefox, rfc6265bis/);
  });
});
