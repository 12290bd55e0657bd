import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '#shared/api/app-error.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { type TestClient, transports } from './transports.ts';

const CANARY = 'canary7d41b2Value';
const TABLE = `Wer;Was;Wo;Ende\r\nsid;${CANARY}A;www.example.com;\r\nlang;${CANARY}B;.example.com;1900000000\r\n`;
const COLUMNS = ['name', 'value', 'domain', 'expiryTime'] as const;
const folder = temporaryFolder();

describe.each(Object.keys(transports))('a table without known columns over %s', (name) => {
  let client: TestClient;

  beforeEach(async () => {
    const start = transports[name];
    if (start === undefined) throw new Error('no such transport');
    client = await start({ safetyFolder: path.join(folder, 'safety') });
  });

  afterEach(async () => {
    await client.dispose();
    expect(client.log).toEqual([]);
  });

  /** Opens it in a way that fails, and gives the id under which its columns can be named. */
  async function refused(opening: Promise<unknown>): Promise<string> {
    const error = await opening.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (!(error instanceof AppError)) throw new Error('it must be refused');
    expect(error.code).toBe('format-columns');
    return String(error.data['table']);
  }

  const openedAsBytes = () => {
    const base64 = Buffer.from(TABLE).toString('base64');
    return client.call('document.openBytes', { name: 'export.csv', base64 });
  };

  test('is looked at without a value, whatever is taken for the name', async () => {
    const table = await refused(openedAsBytes());
    const first = await client.call('columns.look', { table });
    expect(first).toMatchObject({ title: 'export.csv', hasHeader: true, rows: [null, null] });
    expect(first.columns.map(({ head, kinds }) => [head, kinds])).toEqual([
      ['Wer', ['text']],
      ['Was', ['text']],
      ['Wo', ['host name']],
      ['Ende', ['empty', 'number']],
    ]);
    const { rows } = await client.call('columns.look', { table, columns: [...COLUMNS] });
    expect(rows).toEqual([
      { name: 'sid', domain: 'www.example.com', path: '/', session: true },
      { name: 'lang', domain: '.example.com', path: '/', session: false },
    ]);
    await client.call('columns.look', { table, columns: [...COLUMNS], hasHeader: false });
    await client.call('columns.look', { table, columns: ['value', 'name', 'domain', null] });
    expect(client.raw.join('\n')).not.toContain(CANARY);
  });

  test('opens as a copy by the columns that were named, from a file as from bytes', async () => {
    const file = path.join(folder, 'export.csv');
    fs.writeFileSync(file, TABLE, { mode: 0o600 });
    const handle = client.service.handles.grant(file);
    for (const opening of [openedAsBytes(), client.call('document.open', { handle })]) {
      const table = await refused(opening);
      const opened = await client.call('columns.open', { table, columns: [...COLUMNS], hasHeader: true });
      expect(opened).toMatchObject({ entries: 2, hasFile: false, title: 'export.csv' });
      expect(opened.importedFrom?.formatName).toBe('Table (CSV or TSV)');
      await expect(client.call('columns.look', { table })).rejects.toMatchObject({ code: 'request-invalid' });
    }
    expect(fs.readFileSync(file, 'utf8')).toBe(TABLE);
  });

  test('may also be pasted into a document, and is forgotten when nobody wants it', async () => {
    const document = (await client.call('document.create', {})).id;
    const table = await refused(client.call('transfer.open', { document, from: { text: TABLE } }));
    await client.call('columns.forget', { table });
    await expect(client.call('columns.look', { table })).rejects.toMatchObject({ code: 'request-invalid' });
  });
});
