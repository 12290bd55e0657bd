import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { type TestClient, transports } from './transports.ts';

const NOW = 1_800_000_000;
const CANARY = 'canary9d42e7Value';
const EXPORT = `.example.com\tfalse\t/\ttrue\t1900000000\tsid\t${CANARY}A\nwww.example.org\ttrue\t/\tfalse\t0\ts\t${CANARY}B`;
const MENDED = `# Netscape HTTP Cookie File\n.example.com\tTRUE\t/\tTRUE\t1900000000\tsid\t${CANARY}A\nwww.example.org\tFALSE\t/\tFALSE\t0\ts\t${CANARY}B\n`;

const folder = temporaryFolder();
let files = 0;

describe.each(Object.keys(transports))('repairs over %s', (name) => {
  let client: TestClient;

  beforeEach(async () => {
    const start = transports[name];
    if (start === undefined) throw new Error('no such transport');
    client = await start({ safetyFolder: path.join(folder, 'safety'), clock: () => NOW * 1000 });
  });

  afterEach(async () => {
    await client.dispose();
    expect(client.log).toEqual([]);
  });

  async function opened(text: string) {
    const file = path.join(folder, `export-${(files += 1)}.txt`);
    fs.writeFileSync(file, text, { mode: 0o600 });
    const info = await client.call('document.open', { handle: client.service.handles.grant(file) });
    return { file, info, document: info.id };
  }

  test('are proposed with the writer, the evidence and the damage', async () => {
    const { info, document } = await opened(EXPORT);
    expect(info.writtenBy).toEqual({
      id: 'cookie-quick-manager',
      title: 'Cookie Quick Manager',
      confidence: 'likely',
    });
    const { writer, damage, lines, mendable } = await client.call('repair.propose', { document });
    expect({ evidence: writer?.evidence.length, lines, mendable }).toEqual({
      evidence: 3,
      lines: 2,
      mendable: true,
    });
    expect(damage.map(({ id, cure, lines: hit }) => [id, cure, hit])).toEqual([
      ['no-header', 'repair', 0],
      ['flag-inverted', 'repair', 2],
      ['lower-case-booleans', 'repair', 2],
      ['no-final-newline', 'repair', 0],
      ['http-only-lost', 'none', 2],
    ]);
  });

  test('are shown before they are made, without values', async () => {
    const { document } = await opened(EXPORT);
    const { changes, more } = await client.call('repair.preview', { document, most: 10 });
    expect({ kinds: changes.map(({ kind }) => kind), more }).toEqual({
      kinds: ['property', 'property', 'edited', 'edited'],
      more: false,
    });
    expect(JSON.stringify(changes)).not.toContain(CANARY);
    expect((await client.call('document.info', { document })).dirty).toBe(false);
  });

  test('are one step, which a save writes and an undo takes back', async () => {
    const { document, file } = await opened(EXPORT);
    const result = await client.call('repair.apply', { document });
    expect(result.label).toBe('Repair what Cookie Quick Manager got wrong');
    await client.call('document.save', { document });
    expect(fs.readFileSync(file, 'utf8')).toBe(MENDED);
    // The writer is still known, so that the status bar goes on telling it.
    expect(result.document.writtenBy?.id).toBe('cookie-quick-manager');
    expect((await client.call('repair.propose', { document })).mendable).toBe(false);
    await client.call('document.undo', { document });
    await client.call('document.save', { document });
    expect(fs.readFileSync(file, 'utf8')).toBe(EXPORT);
  });

  test('come before fixes that would go by the wrong flag', async () => {
    const { document } = await opened(EXPORT);
    for (const rule of ['domain-flag-mismatch', 'flag-not-true-or-false']) {
      await expect(client.call('edit.fix', { document, rule })).rejects.toMatchObject({
        code: 'edit-refused',
      });
    }
    const summary = await client.call('findings.summary', { document });
    const fixable = Object.fromEntries(summary.map(({ rule, fixable: can }) => [rule, can]));
    expect(fixable).toMatchObject({ 'domain-flag-mismatch': false, 'secure-not-true-or-false': true });
    const { findings } = await client.call('entry.get', { document, id: 0 });
    expect(findings.find(({ rule }) => rule === 'domain-flag-mismatch')?.fixable).toBe(false);
    await client.call('edit.fixAll', { document });
    const { damage } = await client.call('repair.propose', { document });
    expect(damage.map(({ id }) => id)).toContain('flag-inverted');
  });

  test('for programs are shown, made as one step and taken back', async () => {
    const text = EXPORT.slice(0, EXPORT.indexOf('\n') + 1).replace('\tfalse\t', '\tTRUE\t');
    const { document, file } = await opened(text);
    const asked = { document, clients: ['everyone', 'no-such-program'] };
    const preview = await client.call('repair.previewFor', { ...asked, most: 10 });
    expect(preview.total).toBe(preview.changes.length);
    expect(preview.gains.every(({ after, before }) => after >= before)).toBe(true);
    expect(JSON.stringify(preview)).not.toContain(CANARY);
    expect((await client.call('document.info', { document })).dirty).toBe(false);
    const result = await client.call('repair.applyFor', asked);
    expect(result.label).toMatch(/^Make readable by curl, /);
    const again = await client.call('repair.previewFor', { ...asked, most: 10 });
    expect({ total: again.total, uncarried: again.uncarried }).toEqual({
      total: 0,
      uncarried: preview.uncarried,
    });
    await client.call('document.undo', { document });
    expect((await client.call('document.info', { document })).dirty).toBe(false);
    expect(fs.readFileSync(file, 'utf8')).toBe(text);
  });

  test('for programs are refused for a file that no program reads', async () => {
    const { document } = await opened(
      '[{"domain":"a.example","name":"a","value":"1","path":"/","hostOnly":true}]',
    );
    const asked = { document, clients: ['curl'] };
    await expect(client.call('repair.previewFor', { ...asked, most: 1 })).rejects.toMatchObject({
      code: 'edit-refused',
    });
    await expect(client.call('repair.applyFor', asked)).rejects.toMatchObject({ code: 'edit-refused' });
  });

  test('are none where nobody is known to have written the file', async () => {
    const { document, info } = await opened(MENDED);
    expect(info.writtenBy).toBeUndefined();
    expect(await client.call('repair.propose', { document })).toEqual({
      damage: [],
      lines: 0,
      mendable: false,
    });
    expect(await client.call('repair.preview', { document, most: 5 })).toEqual({ changes: [], more: false });
    await expect(client.call('repair.apply', { document })).rejects.toMatchObject({ code: 'edit-refused' });
  });

  test('are refused for a choice that there is not', async () => {
    const { document } = await opened(EXPORT);
    await expect(client.call('repair.apply', { document, choices: ['nothing'] })).rejects.toMatchObject({
      code: 'edit-refused',
    });
  });

  test('look anew at a file that another program wrote', async () => {
    const { document, file } = await opened(EXPORT);
    fs.writeFileSync(
      file,
      `# Netscape HTTP Cookie File\n# This file is generated by yt-dlp.  Do not edit.\n\n${EXPORT}`,
    );
    await client.call('document.reload', { document });
    expect((await client.call('document.info', { document })).writtenBy?.id).toBe('yt-dlp');
  });
});
