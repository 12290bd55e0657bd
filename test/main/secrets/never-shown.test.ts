import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DocumentInfo } from '#shared/api/document.ts';
import { planReload } from '#shared/document/reload.ts';
import { finish } from '#shared/table/progress.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { type TestClient, transports } from '../api/transports.ts';
import { type Canary, canary, SHAPE_COUNT, tracesIn } from './canaries.ts';
import { changeEverything, lookAtEverything } from './everything-told.ts';
import { clientFiles, jsonFiles, type OddFile, shiftedFiles } from './odd-files.ts';

const NOW = 1_800_000_000;
const folder = temporaryFolder();
let files = 0;
let client: TestClient;

beforeAll(async () => {
  const start = transports['direct'];
  if (start === undefined) throw new Error('no such transport');
  client = await start({ safetyFolder: path.join(folder, 'safety'), clock: () => NOW * 1000 });
});
afterAll(async () => {
  await client.dispose();
  expect(client.log).toEqual([]);
});
beforeEach(() => {
  process.env['CRUMBS_DATA_DIR'] = path.join(folder, 'data');
});

const odd: readonly OddFile[] = [...clientFiles(), ...shiftedFiles(6), ...jsonFiles()];

function written(bytes: Buffer): string {
  const file = path.join(folder, `${(files += 1)}.txt`);
  fs.writeFileSync(file, bytes, { mode: 0o600 });
  return file;
}

/** Everything that the engine said while `work` was done. */
async function saidDuring(work: () => Promise<void>): Promise<string> {
  const [answers, events] = [client.raw.length, client.events.length];
  await work();
  return [
    ...client.raw.slice(answers),
    ...client.events.slice(events).map((event) => JSON.stringify(event)),
  ].join('\n');
}

async function opened(bytes: Buffer, as?: string): Promise<DocumentInfo | undefined> {
  const handle = client.service.handles.grant(written(bytes));
  try {
    return await client.call('document.open', { handle, ...(as !== undefined && { as }) });
  } catch {
    // Not a cookie file: the refusal is among the answers.
    return undefined;
  }
}

/** What may be shown, with the values revealed: the test sees what it looks for. */
async function revealed(document: DocumentInfo): Promise<string> {
  return saidDuring(async () => {
    for (let id = 0; id < document.lines; id++) {
      await client.call('entry.get', { document: document.id, id, reveal: true });
    }
  });
}

function spelt(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** The canaries that stand in the file's text as they are. */
function expected({ bytes, canaries, elsewhere = [] }: OddFile): readonly Canary[] {
  return bytes.includes(0) ? [] : canaries.filter((one) => !elsewhere.includes(one));
}

describe('no value is told of a file with', () => {
  test.each(odd.map((file) => [file.name, file] as const))('%s', async (_name, file) => {
    const { bytes, canaries } = file;
    let document: DocumentInfo | undefined;
    const said = await saidDuring(async () => {
      document = await opened(bytes);
      if (document === undefined) return;
      await lookAtEverything(client, document);
      await changeEverything(client, document);
    });
    expect(tracesIn(said, canaries)).toEqual([]);
    if (document === undefined) return;
    await client.call('document.revert', { document: document.id });
    const shown = await revealed(await client.call('document.info', { document: document.id }));
    for (const { parts } of expected(file)) {
      for (const part of parts) expect(shown.includes(spelt(part)), 'a value that is revealed').toBe(true);
    }
    await client.call('document.close', { document: document.id });
  });
});

test('what another program did to the file is told without a value', async () => {
  const header = Buffer.from('# Netscape HTTP Cookie File\n');
  for (const { bytes, canaries } of shiftedFiles(2)) {
    const handle = client.service.handles.grant(written(header));
    const document = await client.call('document.open', { handle });
    const of = { document: document.id };
    const { cookies } = client.service.get(document.id);
    const plan = finish(planReload(cookies, { bytes: Uint8Array.from(bytes), keepEdits: true, now: NOW }));
    fs.writeFileSync(client.service.handles.path(handle), bytes);
    const said = await saidDuring(async () => {
      await client.call('document.reload', of);
      await client.call('changes.list', { ...of, from: 0, to: 100 });
      await client.call('document.history', of);
      await lookAtEverything(client, await client.call('document.info', of));
    });
    const words = 'summary' in plan ? plan.summary.join('\n') : '';
    expect(words).not.toBe('');
    expect(tracesIn(said + words, canaries)).toEqual([]);
    await client.call('document.close', of);
  }
});

/** A line's columns, torn apart as people and programs do it. */
const torn = fc
  .record({
    domain: fc.constantFrom('.example.com', 'www.example.com', 'localhost', 'nas', '127.0.0.1'),
    flag: fc.constantFrom('TRUE', 'FALSE', 'true'),
    path: fc.constantFrom('/', '/app', ''),
    secure: fc.constantFrom('TRUE', 'FALSE'),
    expiry: fc.constantFrom('0', '1900000000', '1500000000', ''),
    name: fc.constantFrom('sid', 'PHPSESSID', '_ga_1AB2CD3EF4', '__Host-a', 'remember_me'),
    value: fc.tuple(fc.nat(1_000_000), fc.nat(SHAPE_COUNT - 1)).map(([seed, shape]) => canary(seed, shape)),
    removed: fc.uniqueArray(fc.nat(5), { maxLength: 3 }),
    added: fc.array(fc.tuple(fc.nat(6), fc.constantFrom('', '1', 'x', 'TRUE', 'a note', '/', '24')), {
      maxLength: 2,
    }),
    swapped: fc.option(fc.tuple(fc.nat(6), fc.nat(6)), { nil: undefined }),
    turned: fc.nat(6),
    isTurned: fc.boolean(),
    joined: fc.boolean(),
    gap: fc.constantFrom('\t', '\t', '\t', ' ', '   ', '\t\t', '; '),
    start: fc.constantFrom('', '', '', '#', '# ', '#HttpOnly_', '#httponly_', ' ', '$'),
    end: fc.constantFrom('', '', '\t', ' ', '\t\t', '\tHttpOnly', '\t1', ';', '\r'),
    wrapped: fc.option(fc.nat(60), { nil: undefined }),
  })
  .map(
    ({ value, removed, added, swapped, turned, isTurned, joined, gap, start, end, wrapped, ...fields }) => {
      const { domain, flag, path: of, secure, expiry, name } = fields;
      let columns = [
        domain,
        flag,
        of,
        secure,
        expiry,
        ...(joined ? [`${name}=${value.text}`] : [name, value.text]),
      ];
      columns = columns.filter((_, at) => !removed.includes(at) || columns[at]?.includes(value.text));
      if (swapped !== undefined) {
        const [one, other] = swapped;
        columns = columns.map(
          (column, at) => columns[at === one ? other : at === other ? one : at] ?? column,
        );
      }
      for (const [at, text] of added) columns.splice(at, 0, text);
      if (isTurned) columns = [...columns.slice(turned), ...columns.slice(0, turned)];
      const line = start + columns.join(gap) + end;
      const at = wrapped ?? line.length;
      return { line: `${line.slice(0, at)}${at < line.length ? '\n' : ''}${line.slice(at)}`, value };
    },
  );

test('columns that are shifted at random show no value', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(torn, { minLength: 1, maxLength: 12 }), async (lines) => {
      const bytes = Buffer.from(
        `# Netscape HTTP Cookie File\n${lines.map(({ line }) => `${line}\n`).join('')}`,
      );
      const canaries = lines.map(({ value }) => value);
      const said = await saidDuring(async () => {
        const document = await opened(bytes, 'netscape');
        if (document === undefined) throw new Error('it was not opened');
        await lookAtEverything(client, document);
        await client.call('document.close', { document: document.id });
      });
      expect(tracesIn(said, canaries)).toEqual([]);
    }),
    { seed: 20_261_122, numRuns: 60 },
  );
});
