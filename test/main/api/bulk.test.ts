import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { type TestClient, transports } from './transports.ts';

const NOW = 1_800_000_000;
const CANARY = 'canary51c0ffValue';
const line = (columns: string): string => `${columns.split(' ').join('\t')}\n`;
const old = line(`.example.com TRUE / TRUE 1 old ${CANARY}A`);
const kept = line(`.example.com TRUE /a TRUE 1 kept ${CANARY}B`);
const soon = line(`.example.com TRUE /b TRUE ${NOW + 86_400} soon ${CANARY}C`);
const JAR = `# Netscape HTTP Cookie File\n${old}${kept}${soon}`;

const folder = temporaryFolder();
let files = 0;

describe.each(Object.keys(transports))('work on many entries over %s', (name) => {
  let client: TestClient;

  const start = async (): Promise<TestClient> => {
    const transport = transports[name];
    if (transport === undefined) throw new Error('no such transport');
    return transport({
      safetyFolder: path.join(folder, 'safety'),
      protectedFolder: path.join(folder, `protected ${name}`),
      clock: () => NOW * 1000,
    });
  };

  beforeEach(async () => {
    client = await start();
  });

  afterEach(async () => {
    await client.dispose();
    expect(client.log).toEqual([]);
  });

  const openJar = async () => {
    const base64 = Buffer.from(JAR).toString('base64');
    return client.call('document.openBytes', { name: 'jar.txt', base64 });
  };

  test('is tried without a value, done as one step, and undone', async () => {
    const { id: document } = await openJar();
    const operation = { do: 'set', field: 'path', text: '/' } as const;
    const request = { document, target: { ids: [1, 2, 3] }, operation, onCollision: 'skip' as const };
    const preview = await client.call('bulk.preview', { ...request, most: 9 });
    expect(preview.counts).toMatchObject({ changed: 2, unchanged: 1, collided: 0 });
    expect(client.raw.join('\n')).not.toContain(CANARY);
    const done = await client.call('bulk.apply', request);
    expect([done.label, done.changed, done.spared]).toEqual(['Change path of 2 cookies', 2, 0]);
    const undone = await client.call('document.undo', { document });
    expect(undone.dirty).toBe(false);
    await expect(
      client.call('bulk.preview', { ...request, operation: { ...operation, text: '/\t' }, most: 9 }),
    ).rejects.toMatchObject({ code: 'edit-refused' });
  });

  test('judges as of a planned moment, and writes nothing of it', async () => {
    const { id: document, expired } = await openJar();
    const clock = await client.call('clock.move', { text: 'in 30 days' });
    expect(clock).toEqual({ now: NOW + 2_592_000, asOf: NOW + 2_592_000 });
    const planned = await client.call('document.info', { document });
    expect([expired, planned.expired, planned.dirty]).toEqual([2, 3, false]);
    await client.call('clock.move', {});
    expect((await client.call('document.info', { document })).expired).toBe(2);
    expect(await client.call('clock.get', {})).toEqual({ now: NOW });
    await expect(client.call('clock.move', { text: 'soon' })).rejects.toMatchObject({
      code: 'edit-refused',
    });
  });

  test('leaves protected entries alone, in this run and the next, and the file says nothing of it', async () => {
    const file = path.join(folder, `${(files += 1)}.txt`);
    fs.writeFileSync(file, JAR, { mode: 0o600 });
    const opened = await client.call('document.open', { handle: client.service.handles.grant(file) });
    await client.call('bulk.protect', { document: opened.id, target: { ids: [2] }, on: true });
    await client.dispose();
    client = await start();
    const again = await client.call('document.open', { handle: client.service.handles.grant(file) });
    expect(again.protected).toBe(1);
    const done = await client.call('edit.removeExpired', { document: again.id });
    expect(done.label).toBe('Delete 1 expired cookie (1 protected stay)');
    await client.call('document.save', { document: again.id });
    expect(fs.readFileSync(file, 'latin1')).toBe(JAR.replace(old, ''));
    const [marks] = fs.readdirSync(path.join(folder, `protected ${name}`));
    const text = fs.readFileSync(path.join(folder, `protected ${name}`, marks ?? ''), 'latin1');
    expect(text).toMatch(/^[0-9a-f]{64}\n$/);
    const off = await client.call('bulk.protect', { document: again.id, target: { ids: [2] }, on: false });
    expect([off.protected, fs.readdirSync(path.join(folder, `protected ${name}`))]).toEqual([0, []]);
  });

  test('keeps the protection of entries when the document goes on in another format', async () => {
    const file = path.join(folder, `${(files += 1)}.txt`);
    const json = path.join(folder, `${files}.json`);
    fs.writeFileSync(file, JAR, { mode: 0o600 });
    const { handles } = client.service;
    const { id: document } = await client.call('document.open', { handle: handles.grant(file) });
    await client.call('bulk.protect', { document, target: { ids: [2] }, on: true });
    const handle = handles.grant(json);
    const saved = await client.call('document.saveAs', { document, handle, format: 'cookie-editor' });
    expect([saved.formatId, saved.protected]).toEqual(['cookie-editor', 1]);
    await client.call('document.close', { document });
    expect((await client.call('document.open', { handle })).protected).toBe(1);
    await client.call('edit.removeExpired', {
      document: (await client.call('document.list', {}))[0]?.id ?? '',
    });
    const left = (await client.call('document.list', {}))[0];
    expect([left?.entries, left?.expired]).toEqual([2, 0]);
  });
});
