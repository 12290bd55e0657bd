import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { type TestClient, transports } from './transports.ts';

const NOW = 1_800_000_000;
const CANARY = 'canary5ac0e1Value';
const HEADER = '# Netscape HTTP Cookie File\n';
const sid = (value: string): string => `.example.com\tTRUE\t/\tTRUE\t1900000000\tsid\t${CANARY}${value}\n`;
const lang = `www.example.com\tFALSE\t/\tFALSE\t0\tlang\t${CANARY}L\n`;
const fresh = `new.example\tFALSE\t/\tFALSE\t0\tfresh\t${CANARY}F\n`;
const JAR = HEADER + sid('A') + lang;
const JSON_JAR = `[{"domain":".a.example","hostOnly":false,"httpOnly":false,"name":"n","path":"/","sameSite":"lax","secure":true,"session":true,"storeId":null,"value":"${CANARY}J"}]`;

const folder = temporaryFolder();
let files = 0;

describe.each(Object.keys(transports))('rows on their way over %s', (name) => {
  let client: TestClient;
  let jar: string;

  beforeEach(async () => {
    const start = transports[name];
    if (start === undefined) throw new Error('no such transport');
    client = await start({ safetyFolder: path.join(folder, 'safety'), clock: () => NOW * 1000 });
    jar = await opened(JAR);
  });

  afterEach(async () => {
    await client.dispose();
    expect(client.log).toEqual([]);
  });

  async function opened(text: string): Promise<string> {
    const file = path.join(folder, `jar-${(files += 1)}.txt`);
    fs.writeFileSync(file, text, { mode: 0o600 });
    return (await client.call('document.open', { handle: client.service.handles.grant(file) })).id;
  }

  async function textOf(document: string): Promise<string> {
    const { base64 } = await client.call('document.bytes', { document });
    return Buffer.from(base64, 'base64').toString('latin1');
  }

  const undoOf = async (document: string) => (await client.call('document.info', { document })).undo;
  const all = { changed: true, except: [] };

  test('a paste is looked at without a value, and made in one step', async () => {
    const text = sid('B') + lang + fresh;
    const info = await client.call('transfer.open', { document: jar, from: { text } });
    if (info.kind !== 'rows') throw new Error('these are rows');
    expect(info.counts).toEqual({ unfit: 0, new: 1, line: 0, changed: 1, identical: 1, repeated: 0 });
    const rows = await client.call('transfer.rows', { transfer: info.transfer, from: 0, to: 10 });
    expect(rows.map(({ standing, subject }) => [standing, subject])).toEqual([
      ['changed', 'example.com sid'],
      ['new', 'new.example fresh'],
      ['identical', 'www.example.com lang'],
    ]);
    expect(client.raw.join('\n')).not.toContain(CANARY);
    const done = await client.call('transfer.apply', { transfer: info.transfer, choices: all });
    expect([done.label, done.changed]).toEqual(['Paste 2 cookies', 2]);
    expect(await textOf(jar)).toBe(HEADER + sid('B') + lang + fresh);
    await expect(
      client.call('transfer.rows', { transfer: info.transfer, from: 0, to: 1 }),
    ).rejects.toMatchObject({ code: 'merge-outdated' });
  });

  test('a move is one step in each document, each undone on its own', async () => {
    const target = await opened(HEADER + sid('Z'));
    const { id: view } = await client.call('view.open', { document: jar });
    const from = { document: jar, target: { view, which: 'matches' as const } };
    const info = await client.call('transfer.open', { document: target, from });
    if (info.kind !== 'rows') throw new Error('these are rows');
    const choices = { changed: false, except: [] };
    const done = await client.call('transfer.apply', { transfer: info.transfer, choices, move: true });
    expect(done.left?.undo).toMatch(/^Move 1 cookie to /);
    expect(await undoOf(target)).toMatch(/^Move 1 cookie from /);
    expect([await textOf(jar), await textOf(target)]).toEqual([HEADER + sid('A'), HEADER + sid('Z') + lang]);
    await client.call('document.undo', { document: jar });
    expect([await textOf(jar), await textOf(target)]).toEqual([JAR, HEADER + sid('Z') + lang]);
  });

  test('a line that changes in the meantime is not taken from where it came', async () => {
    const target = await opened(HEADER);
    const from = { document: jar, target: { ids: [1, 2] } };
    const info = await client.call('transfer.open', { document: target, from });
    if (info.kind !== 'rows') throw new Error('these are rows');
    await client.call('edit.set', { document: jar, target: { ids: [1] }, field: 'name', text: 'other' });
    await client.call('transfer.apply', { transfer: info.transfer, choices: all, move: true });
    expect(await textOf(target)).toBe(JAR);
    expect(await textOf(jar)).toBe(HEADER + sid('A').replace('sid', 'other'));
  });

  test('a new document holds what the one does that rows come from', async () => {
    const source = await opened(JSON_JAR);
    const { id, formatId } = await client.call('transfer.create', { like: source });
    expect(formatId).toBe('cookie-editor');
    const from = { document: source, target: { ids: [0] } };
    const info = await client.call('transfer.open', { document: id, from });
    if (info.kind !== 'rows') throw new Error('these are rows');
    expect(info.losses).toEqual([]);
    await client.call('transfer.apply', { transfer: info.transfer, choices: all });
    expect(JSON.parse(await textOf(id))).toMatchObject(JSON.parse(JSON_JAR) as object);
  });

  test('what a line cannot hold of a file is said before it is brought in', async () => {
    const base64 = Buffer.from(JSON_JAR).toString('base64');
    const info = await client.call('transfer.open', { document: jar, from: { name: 'export.json', base64 } });
    expect(info).toMatchObject({
      kind: 'rows',
      title: 'export.json',
      losses: [{ message: expect.stringContaining('SameSite') as string, count: 1 }],
    });
  });

  test('a Cookie header must be told where it went', async () => {
    const text = `GET / HTTP/1.1\nHost: shop.example\nCookie: a=${CANARY}1; __Host-b=${CANARY}2\n`;
    const asked = { document: jar, from: { text } };
    expect(await client.call('transfer.open', asked)).toEqual({
      kind: 'cookie-header',
      cookies: 2,
      host: 'shop.example',
    });
    await expect(
      client.call('transfer.open', { document: jar, from: { text, site: 'not a host' } }),
    ).rejects.toMatchObject({ code: 'address-unusable' });
    const from = { text, site: 'http://shop.example/cart' };
    const info = await client.call('transfer.open', { document: jar, from });
    if (info.kind !== 'rows') throw new Error('these are rows');
    await client.call('transfer.apply', { transfer: info.transfer, choices: all });
    expect(await textOf(jar)).toBe(
      `${JAR}shop.example\tFALSE\t/\tFALSE\t0\ta\t${CANARY}1\nshop.example\tFALSE\t/\tTRUE\t0\t__Host-b\t${CANARY}2\n`,
    );
  });

  test.each([
    ['Set-Cookie headers belong into their panel', 'Set-Cookie: a=b; Path=/', { kind: 'set-cookie' }],
    ['one pair alone is a header', 'a=b', { kind: 'cookie-header', cookies: 1 }],
  ])('%s', async (_, text, answer) => {
    expect(await client.call('transfer.open', { document: jar, from: { text } })).toEqual(answer);
  });

  test.each([
    ['prose', 'nothing to see here', 'edit-refused'],
    ['a web page', '<!doctype html><html></html>', 'format-web-page'],
    ['broken JSON', '[{"domain":"a.example","name":"n","value":"v"', 'format-json-syntax'],
  ])('%s is refused with what it is', async (_, text, code) => {
    await expect(client.call('transfer.open', { document: jar, from: { text } })).rejects.toMatchObject({
      code,
    });
  });

  test.each([
    ['table', `Name\tValue\tDomain\tHost only\tPath\tExpires (UTC)\tSecure\tHttpOnly\nlang\t${CANARY}L\t`],
    ['netscape', lang],
    ['json', '[\n'],
    ['header', `Cookie: lang=${CANARY}L`],
  ] as const)('an entry is copied as %s', async (as, begins) => {
    const asked = { document: jar, target: { ids: [2] }, as };
    const { text } = await client.call('entry.copyText', asked);
    expect(text.slice(0, begins.length)).toBe(begins);
  });

  test('a copy for spreadsheets holds no formula', async () => {
    const hostile = `.example.com\tTRUE\t/\tTRUE\t1900000000\t@SUM\t=1+"${CANARY}"\n`;
    const asked = { document: await opened(`# Netscape HTTP Cookie File\n${hostile}`), target: { ids: [1] } };
    const { text } = await client.call('entry.copyText', { ...asked, as: 'table' });
    expect(text.split('\n')[1]?.split('\t').slice(0, 2)).toEqual(["'@SUM", `"'=1+""${CANARY}"""`]);
    expect((await client.call('entry.copyText', { ...asked, as: 'netscape' })).text).toBe(hostile);
  });

  test('a header for an address holds what a browser would send there, and says what it leaves out', async () => {
    const asked = { document: jar, target: { ids: [1, 2] }, as: 'header' as const };
    expect(await client.call('entry.copyText', { ...asked, url: 'https://example.com/' })).toMatchObject({
      text: `Cookie: sid=${CANARY}A`,
      losses: [{ count: 1, names: ['lang'] }],
    });
    await expect(
      client.call('entry.copyText', { ...asked, url: 'https://other.example/' }),
    ).rejects.toMatchObject({ code: 'export-refused' });
  });
});
