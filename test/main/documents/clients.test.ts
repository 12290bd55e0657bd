import fs from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import type { AppEvent } from '#shared/api/events.ts';
import { connect } from '../../../main/api/dispatch.ts';
import { DocumentService } from '../../../main/documents/document-service.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';

const folder = temporaryFolder();
const NOW = 1_800_000_000;

afterEach(() => {
  vi.useRealTimers();
});

function jar(name: string, entries: number, expiry = 4_000_000_000): string {
  const file = path.join(folder, name);
  const lines = Array.from(
    { length: entries },
    (_, at) => `.example.com\tTRUE\t/\tTRUE\t${expiry}\tname${at}\tvalue${at}\n`,
  );
  fs.writeFileSync(file, `# Netscape HTTP Cookie File\n\n${lines.join('')}`, { mode: 0o600 });
  return file;
}

test('each minute the clock moves, and what has expired by then is told', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  let clock = NOW * 1000;
  const service = new DocumentService({
    safetyFolder: path.join(folder, 'safety'),
    live: true,
    clock: () => clock,
  });
  const events: AppEvent[] = [];
  service.subscribe((event) => events.push(event));
  const file = jar('expiring.txt', 1, NOW + 30);
  const document = await service.open(service.handles.grant(file));
  const { warning } = document.info.findings;
  clock += 60_000;
  vi.advanceTimersByTime(60_000);
  await expect.poll(() => events.at(-1)).toEqual({ event: 'clockMoved', now: NOW + 60 });
  expect(events.map(({ event }) => event)).toEqual(['documentOpened', 'documentChanged', 'clockMoved']);
  expect(document.info.findings.warning).toBe(warning + 1);
  await service.dispose();
});

test('a query that another one of the same view overtakes is stopped', async () => {
  const service = new DocumentService({ safetyFolder: path.join(folder, 'safety'), live: false });
  const { call } = connect(service, () => {});
  const { id } = await call('document.open', { handle: service.handles.grant(jar('many.txt', 200_000)) });
  const view = await call('view.open', { document: id });
  const query = (text: string) =>
    call('view.query', { view: view.id, query: text, sort: [{ column: 'value', descending: true }] });
  const [first, second] = await Promise.allSettled([query('name:name1'), query('name:name7')]);
  expect([first, second]).toMatchObject([
    { status: 'rejected', reason: { code: 'cancelled' } },
    { status: 'fulfilled', value: { matches: 11_111 } },
  ]);
  await service.dispose();
});

test('a query goes before a completion that was asked for earlier, and both are answered', async () => {
  const service = new DocumentService({ safetyFolder: path.join(folder, 'safety'), live: false });
  const { call } = connect(service, () => {});
  const { id } = await call('document.open', { handle: service.handles.grant(jar('typed.txt', 50_000)) });
  const { id: view } = await call('view.open', { document: id });
  const order: string[] = [];
  const complete = (query: string) => call('view.complete', { view, query, cursor: query.length });
  const overtaken = expect(complete('expir')).rejects.toMatchObject({ code: 'cancelled' });
  const completed = complete('expire').then((offer) => {
    order.push('completed');
    return offer;
  });
  const found = await call('view.query', { view, query: 'expire', sort: [] });
  order.push('found');
  expect((await completed).options.map(({ insert }) => insert)).toContain('expired');
  await overtaken;
  expect(found.matches).toBe(0);
  expect(order).toEqual(['found', 'completed']);
  await service.dispose();
});

test('counts of what nobody looks at any more are not worked out', async () => {
  const service = new DocumentService({ safetyFolder: path.join(folder, 'safety'), live: false });
  const { call } = connect(service, () => {});
  const { id } = await call('document.open', { handle: service.handles.grant(jar('counted.txt', 50_000)) });
  const { id: view } = await call('view.open', { document: id });
  const counts = expect(call('view.facets', { view })).rejects.toMatchObject({ code: 'cancelled' });
  const { matches } = await call('view.query', { view, query: 'name:name7', sort: [] });
  await counts;
  expect((await call('view.facets', { view })).sites.values[0]).toMatchObject({ count: matches });
  await service.dispose();
});

test('a client that forgets to close its views loses the oldest, another client’s stay', async () => {
  const service = new DocumentService({ safetyFolder: path.join(folder, 'safety'), live: false });
  const [one, other] = [connect(service, () => {}), connect(service, () => {})];
  const { id } = await one.call('document.open', { handle: service.handles.grant(jar('few.txt', 3)) });
  const kept = await other.call('view.open', { document: id });
  const oldest = await one.call('view.open', { document: id });
  for (let at = 0; at < 64; at++) await one.call('view.open', { document: id });
  await expect(one.call('view.info', { view: oldest.id })).rejects.toMatchObject({ code: 'view-not-open' });
  expect(await other.call('view.info', { view: kept.id })).toMatchObject({ matches: 3 });
  other.dispose();
  await expect(one.call('view.info', { view: kept.id })).rejects.toMatchObject({ code: 'view-not-open' });
  await service.dispose();
});

test('a view goes on when its document was saved in another format', async () => {
  const service = new DocumentService({ safetyFolder: path.join(folder, 'safety'), live: false });
  const { call } = connect(service, () => {});
  const { id } = await call('document.open', { handle: service.handles.grant(jar('converted.txt', 5)) });
  const view = await call('view.open', { document: id });
  await call('view.query', { view: view.id, query: 'name:name3', sort: [] });
  const handle = service.handles.grant(path.join(folder, 'converted.json'));
  await call('document.saveAs', { document: id, handle, format: 'cookie-editor' });
  const { rows } = await call('view.rows', { view: view.id, from: 0, to: 10 });
  expect(rows.map(({ name }) => name)).toEqual(['name3']);
  await service.dispose();
});
