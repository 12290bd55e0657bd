import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { AppError } from '#shared/api/app-error.ts';
import { DocumentService } from '../../../main/documents/document-service.ts';
import { runCaptured } from '../cli/run-captured.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { type BadText, SECRET } from './bad-text.ts';
import { COMMANDS } from './commands.ts';
import { FILES } from './files.ts';
import { JSON_FILES } from './json.ts';
import { LINES } from './lines.ts';

const folder = temporaryFolder();
const service = new DocumentService({ safetyFolder: path.join(folder, 'safety'), live: false });
afterAll(() => service.dispose());

/** What the command line says of a file, and whether an unedited save would write the very same bytes. */
async function come({ text }: BadText) {
  const bytes = new Uint8Array(Buffer.from(text, 'latin1'));
  const opened = await service.openBytes('jar.txt', bytes.slice()).catch((error: unknown) => error);
  const { out, err } = await runCaptured(['check', '--json', '--all', '-'], text);
  const secret = Buffer.from(SECRET, 'latin1').toString();
  const leaks = (out + err + JSON.stringify(opened instanceof AppError ? opened.data : {})).includes(secret);
  if (opened instanceof AppError) return { refused: opened.code, leaks };
  if (opened instanceof Error) throw opened;
  const document = opened as Exclude<typeof opened, unknown> as Awaited<ReturnType<typeof service.openBytes>>;
  const same = Buffer.concat([...document.cookies.write()]).equals(bytes);
  await service.close(document.id);
  const { files } = JSON.parse(out) as {
    files: [{ entries: number; unparsed: number; findings: { rule: string }[] }];
  };
  const [{ entries, unparsed, findings }] = files;
  return { entries, unparsed, rules: [...new Set(findings.map(({ rule }) => rule))], same, leaks };
}

const named = (rows: readonly BadText[]) =>
  rows.map((row) => ({ ...row, title: `${row.number}: ${row.what}` }));

describe.each([
  { part: 'a whole file', rows: FILES },
  { part: 'a line', rows: LINES },
  { part: 'JSON', rows: JSON_FILES },
  { part: 'text of other programs', rows: COMMANDS },
])('$part of the catalogue of bad inputs', ({ rows }) => {
  test.each(named(rows))('$title', async (row) => {
    const found = await come(row);
    if (row.refused !== undefined) {
      expect(found).toEqual({ refused: row.refused, leaks: false });
      return;
    }
    expect(found).toMatchObject({
      entries: row.entries ?? 0,
      unparsed: row.unparsed ?? 0,
      same: true,
      leaks: false,
    });
    expect(found.rules).toEqual(expect.arrayContaining([...(row.finds ?? [])]));
  });
});

test('what is shown of a line separator of Unicode is one row', () => {
  expect(LINES.filter(({ number }) => number === 80).map(({ text }) => text.split('\n').length)).toEqual([
    4, 4, 4,
  ]);
});
