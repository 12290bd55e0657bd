import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DocumentInfo } from '#shared/api/document.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { type TestClient, transports } from './transports.ts';

const NOW = 1_800_000_000;
/** A value that must never be seen where nobody asked for it. */
const CANARY = 'canary5f0c1eValue';

const LINES = [
  '# Netscape HTTP Cookie File',
  `.example.com\tTRUE\t/\tTRUE\t1900000000\tsid\t${CANARY}A`,
  `www.example.org\tFALSE\t/\tFALSE\t1500000000\told\t${CANARY}B`,
  `#HttpOnly_.example.net\tTRUE\t/\tTRUE\t0\tauth\t${CANARY}C`,
  `broken line with ${CANARY}D in it`,
  '',
];

const folder = temporaryFolder();
let files = 0;

function newFile(text = LINES.join('\n')): string {
  const file = path.join(folder, `jar-${(files += 1)}.txt`);
  fs.writeFileSync(file, text, { mode: 0o600 });
  return file;
}

describe.each(Object.keys(transports))('the API over %s', (name) => {
  let client: TestClient;
  let file: string;
  let document: DocumentInfo;

  beforeEach(async () => {
    const start = transports[name];
    if (start === undefined) throw new Error('no such transport');
    client = await start({ safetyFolder: path.join(folder, 'safety'), clock: () => NOW * 1000 });
    file = newFile();
    document = await client.call('document.open', { handle: client.service.handles.grant(file) });
  });

  afterEach(async () => {
    await client.dispose();
    expect(client.log).toEqual([]);
  });

  const rowsOf = async (query: string, reveal?: number[]) => {
    const view = await client.call('view.open', { document: document.id });
    const found = await client.call('view.query', { view: view.id, query, sort: [] });
    const { rows } = await client.call('view.rows', {
      view: view.id,
      from: 0,
      to: 100,
      ...(reveal && { reveal }),
    });
    return { view: found, rows };
  };

  test('gives the first rows of a query before it is asked', async () => {
    const { id: view } = await client.call('view.open', { document: document.id });
    const { rows: early } = await client.call('view.first', { view, query: '-name:sid', limit: 2 });
    await client.call('view.query', { view, query: '-name:sid', sort: [] });
    const { rows } = await client.call('view.rows', { view, from: 0, to: 2 });
    expect(early).toHaveLength(2);
    expect(early).toEqual(rows);
    expect((await client.call('view.first', { view, query: 'name:/(/', limit: 2 })).rows).toEqual([]);
  });

  test('opens a file and tells everybody', async () => {
    expect(document).toMatchObject({
      title: path.basename(file),
      folder,
      hasFile: true,
      formatId: 'netscape',
      encoding: 'utf-8',
      byteOrderMark: false,
      lineEnd: 'lf',
      mode: '0600',
      lines: 5,
      entries: 3,
      unparsed: 1,
      dirty: false,
      changes: 0,
      disk: 'same',
      watching: false,
    });
    await expect
      .poll(() => client.events.filter(({ event }) => event === 'documentOpened'))
      .toEqual([{ event: 'documentOpened', document }]);
    expect(await client.call('document.list', {})).toEqual([document]);
  });

  test('gives the same document for a file that is open, by the same name or through a link', async () => {
    const link = `${file}-link`;
    fs.symlinkSync(file, link);
    const again = await client.call('document.open', { handle: client.service.handles.grant(file) });
    const linked = await client.call('document.open', { handle: client.service.handles.grant(link) });
    expect([again.id, linked.id]).toEqual([document.id, document.id]);
  });

  test('shows rows without values, and the value of an entry that was asked for', async () => {
    const { rows } = await rowsOf('');
    expect(rows.map(({ line, kind, name: cookie, value }) => [line, kind, cookie, value])).toEqual([
      [2, 'entry', 'sid', undefined],
      [3, 'entry', 'old', undefined],
      [4, 'entry', 'auth', undefined],
      [5, 'unparsed', '', undefined],
    ]);
    const [first, second] = rows;
    const { rows: revealed } = await rowsOf('', [first?.id ?? -1]);
    expect(revealed[0]?.value).toBe(`${CANARY}A`);
    expect(revealed[1]?.value).toBeUndefined();
    expect(second?.name).toBe('old');
  });

  test('filters, sorts and says where a query is wrong', async () => {
    const { view, rows } = await rowsOf('expired');
    expect({ matches: view.matches, names: rows.map(({ name: cookie }) => cookie) }).toEqual({
      matches: 1,
      names: ['old'],
    });
    const sorted = await client.call('view.query', {
      view: view.id,
      query: 'domain:example',
      sort: [{ column: 'name', descending: false }],
    });
    const page = await client.call('view.rows', { view: view.id, from: 0, to: 10 });
    expect(page.rows.map(({ name: cookie }) => cookie)).toEqual(['auth', 'old', 'sid']);
    const wrong = await client.call('view.query', { view: view.id, query: 'expires<soon', sort: [] });
    expect({ error: wrong.error !== undefined, matches: wrong.matches }).toEqual({
      error: true,
      matches: sorted.matches,
    });
  });

  test('edits one line, saves it, and leaves every other byte as it was', async () => {
    const { rows } = await rowsOf('name:sid');
    const id = rows[0]?.id ?? -1;
    const edited = await client.call('edit.set', {
      document: document.id,
      target: { ids: [id] },
      field: 'path',
      text: '/account',
    });
    expect(edited).toMatchObject({ changed: 1, document: { dirty: true, changes: 1 } });
    const pending = await client.call('changes.list', { document: document.id, from: 0, to: 10 });
    expect(pending).toMatchObject({ total: 1, edited: 1, changes: [{ id, kind: 'edited', line: 2 }] });
    const saved = await client.call('document.save', { document: document.id });
    expect(saved).toMatchObject({ dirty: false, changes: 0, disk: 'same' });
    expect(fs.readFileSync(file, 'latin1').split('\n')).toEqual(
      LINES.with(1, `.example.com\tTRUE\t/account\tTRUE\t1900000000\tsid\t${CANARY}A`),
    );
    await expect
      .poll(() => client.events.map(({ event }) => event))
      .toEqual(['documentOpened', 'documentChanged', 'documentSaved']);
  });

  test('refuses an edit that would break the line, and changes nothing', async () => {
    const { rows } = await rowsOf('name:sid');
    const target = { ids: [rows[0]?.id ?? -1] };
    await expect(
      client.call('edit.set', { document: document.id, target, field: 'path', text: '/a\tb' }),
    ).rejects.toMatchObject({ code: 'edit-refused' });
    expect(await client.call('document.info', { document: document.id })).toMatchObject({
      dirty: false,
      version: document.version,
    });
  });

  test('undoes and redoes across a save', async () => {
    const { rows } = await rowsOf('name:old');
    await client.call('edit.remove', { document: document.id, target: { ids: [rows[0]?.id ?? -1] } });
    await client.call('document.save', { document: document.id });
    const undone = await client.call('document.undo', { document: document.id });
    expect(undone).toMatchObject({ entries: 3, dirty: true });
    const redone = await client.call('document.redo', { document: document.id });
    expect(redone).toMatchObject({ entries: 2, dirty: false });
  });

  test('works on what a view has selected', async () => {
    const { view } = await rowsOf('name:old');
    await client.call('view.select', { view: view.id, change: { kind: 'all' } });
    const done = await client.call('edit.expire', {
      document: document.id,
      target: { view: view.id, which: 'selection' },
    });
    expect(done.changed).toBe(1);
    await client.call('document.save', { document: document.id });
    expect(fs.readFileSync(file, 'latin1')).toContain('\t1\told\t');
  });

  test('lists what the rules say, and fixes it', async () => {
    const summary = await client.call('findings.summary', { document: document.id });
    const rule = summary.find(({ fixable, count }) => fixable && count > 0)?.rule ?? '';
    expect(summary.length).toBeGreaterThan(0);
    const listed = await client.call('findings.list', { document: document.id, rule, from: 0, to: 10 });
    expect(listed.findings[0]).toMatchObject({ rule });
    await client.call('edit.fix', { document: document.id, rule });
    const after = await client.call('findings.list', { document: document.id, rule, from: 0, to: 10 });
    expect(after.total).toBe(0);
  });

  test('previews an export without values, and gives it with them', async () => {
    const request = { document: document.id, to: 'netscape' };
    const preview = await client.call('export.preview', request);
    expect(preview).toMatchObject({ entries: 3 });
    expect(JSON.stringify(preview)).not.toContain(CANARY);
    const { base64 } = await client.call('export.bytes', request);
    expect(Buffer.from(base64, 'base64').toString('latin1')).toContain(`${CANARY}A`);
  });

  test('writes an export to a file that only its owner can read', async () => {
    const place = path.join(folder, `export-${(files += 1)}.txt`);
    const handle = client.service.handles.grant(place);
    await client.call('export.write', { document: document.id, to: 'netscape', handle });
    expect(fs.statSync(place).mode & 0o777).toBe(0o600);
    expect(fs.readFileSync(place, 'latin1')).toContain(`${CANARY}C`);
  });

  test('shows one line in full, masked unless it is revealed', async () => {
    const { rows } = await rowsOf('name:auth');
    const id = rows[0]?.id ?? -1;
    const masked = await client.call('entry.get', { document: document.id, id });
    expect(masked).toMatchObject({ name: 'auth', httpOnly: true, line: 4 });
    expect(JSON.stringify(masked)).not.toContain(CANARY);
    const revealed = await client.call('entry.get', { document: document.id, id, reveal: true });
    expect(revealed.value).toBe(`${CANARY}C`);
    const { text } = await client.call('entry.copyText', {
      document: document.id,
      target: { ids: [id] },
      as: 'header',
    });
    expect(text).toBe(`Cookie: auth=${CANARY}C`);
  });

  test('counts facets', async () => {
    const { view } = await rowsOf('');
    const completed = await client.call('view.complete', { view: view.id, query: 'x -site:', cursor: 8 });
    expect([completed.from, completed.to]).toEqual([3, 8]);
    expect(completed.options[0]).toMatchObject({ insert: expect.stringMatching(/^site:./) as string });
    const counted = await client.call('view.facets', { view: view.id });
    expect(new Map(counted.sites.values.map(({ label, count }) => [label, count]))).toEqual(
      new Map([
        ['example.com', 1],
        ['example.net', 1],
        ['example.org', 1],
      ]),
    );
  });

  test('forgets a document that was closed, and its views', async () => {
    const { view } = await rowsOf('');
    await client.call('document.close', { document: document.id });
    await expect(client.call('document.info', { document: document.id })).rejects.toMatchObject({
      code: 'document-not-open',
    });
    await expect(client.call('view.info', { view: view.id })).rejects.toMatchObject({
      code: 'view-not-open',
    });
  });

  test.each([
    { is: 'a method that does not exist', method: 'document.destroy', params: {}, reason: 'method' },
    { is: 'a method of every object', method: 'constructor', params: {}, reason: 'method' },
    { is: 'a parameter that is missing', method: 'document.info', params: {}, reason: 'document' },
    { is: 'a parameter too many', method: 'document.list', params: { path: '/etc/passwd' }, reason: 'path' },
    {
      is: 'a path in place of a handle',
      method: 'document.open',
      params: { handle: '/etc/passwd' },
      reason: 'handle',
    },
    { is: 'no parameters', method: 'document.info', params: null, reason: 'parameters' },
  ])('refuses $is', async ({ method, params, reason }) => {
    await expect(client.callAny(method, params)).rejects.toMatchObject({
      code: 'request-invalid',
      data: { reason },
    });
  });

  test('knows only the files that it was given', async () => {
    const handle = `h${'0'.repeat(32)}`;
    await expect(client.call('document.open', { handle })).rejects.toMatchObject({ code: 'handle-unknown' });
  });

  test('refuses a window that is too large', async () => {
    const { view } = await rowsOf('');
    await expect(client.call('view.rows', { view: view.id, from: 0, to: 1_000_000 })).rejects.toMatchObject({
      code: 'too-many-rows',
    });
  });

  test('says no value unless it is asked for one, whatever is done', async () => {
    const { view, rows } = await rowsOf('');
    const ids = rows.map(({ id }) => id);
    const target = { ids };
    const one = { document: document.id };
    await client.call('view.facets', { view: view.id });
    await client.call('view.query', { view: view.id, query: `value:${CANARY.slice(0, 8)}`, sort: [] });
    for (const id of ids) await client.call('entry.get', { ...one, id });
    for (const { rule } of await client.call('findings.summary', one)) {
      await client.call('findings.list', { ...one, rule, from: 0, to: 10 });
    }
    const text = `${CANARY}E\tF\r`;
    await client.call('edit.validate', { ...one, field: 'value', text });
    await client.call('edit.set', { ...one, target, field: 'value', text }).catch(() => undefined);
    await client.call('edit.set', { ...one, target, field: 'value', text: `${CANARY}F` });
    await client.call('edit.duplicate', { ...one, target });
    await client.call('edit.fixAll', one);
    await client.call('changes.list', { ...one, from: 0, to: 100 });
    await client.call('document.history', one);
    for (const { id } of await client.call('export.targets', {})) {
      const url = 'https://example.com/';
      await client.call('export.preview', { ...one, to: id, url });
      await client.call('export.preview', { ...one, to: id, url, inline: true });
    }
    await client.callAny('edit.set', { ...one, target, field: CANARY, text: 1 }).catch(() => undefined);
    await client.callAny(CANARY, {}).catch(() => undefined);
    const said = client.raw.filter((text) => text.includes(CANARY)).map((text) => text.slice(0, 200));
    expect(said).toEqual([]);
  });
});

describe('a bug in the engine', () => {
  test('is answered without its text, and logged by where it happened', async () => {
    const start = transports['port'];
    if (start === undefined) throw new Error('no such transport');
    const client = await start({ safetyFolder: folder });
    client.service.get = () => {
      throw new RangeError(`${CANARY} at ${CANARY}`);
    };
    await expect(client.call('document.info', { document: 'd1' })).rejects.toMatchObject({
      code: 'internal-failure',
      data: {},
    });
    const log = client.log.join('\n');
    expect(log).toMatch(/^document\.info: RangeError\n\s+at /);
    expect(log + client.raw.join()).not.toContain(CANARY);
    await client.dispose();
  });
});
