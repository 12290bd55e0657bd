import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { byteString } from '#shared/cookie/byte-string.ts';
import type { Cookie } from '#shared/cookie/cookie.ts';
import type {
  Format,
  Probe,
  Refusal,
  SourceDocument,
  WritableFormat,
  WriteBackRow,
} from '#shared/formats/format.ts';
import type { UnparsedReason } from '#shared/table/columns.ts';
import { finish } from '#shared/table/progress.ts';
import { readStore } from '../../main/databases/read-store.ts';
import { loadSqlite } from '../../main/databases/sqlite.ts';
import { byteStrings } from '../../main/files/byte-strings.ts';

const root = new URL('../fixtures/', import.meta.url);

const sqlite = await loadSqlite();

/** A file of `test/fixtures` as its reader is given it: a browser's store as the image that is read of it. */
export function fixture(path: string): Uint8Array {
  const bytes = readFileSync(new URL(path, root));
  return path.includes('-sqlite/') ? imageOf(bytes) : bytes;
}

function imageOf(database: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'crumbs-fixture-'));
  try {
    const file = join(folder, 'store');
    writeFileSync(file, database);
    return finish(readStore(sqlite, file, 'store')).bytes;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The files of a folder of `test/fixtures`, without what tells where they are from. */
export function fixtures(folder: string): readonly string[] {
  const names = readdirSync(new URL(`${folder}/`, root)).filter((name) => name !== 'README.md');
  return names.map((name) => `${folder}/${name}`);
}

/** What a detector is shown of a file. */
export function probeOf(bytes: Uint8Array): Probe {
  return { head: byteString(bytes.subarray(0, 65_536)), size: bytes.length };
}

/** A row as the sink was told of it. */
export interface ReadRow {
  readonly origin: number;
  readonly cookie?: Cookie;
  readonly reason?: UnparsedReason | undefined;
  readonly shown?: string | undefined;
}

export interface ReadSource {
  readonly rows: readonly ReadRow[];
  readonly document: SourceDocument;
}

/** Reads a source through a sink that only remembers. */
export function readSource(format: Format, bytes: Uint8Array): ReadSource | Refusal {
  if (format.kind === 'lines') throw new Error('lines are read by the table');
  const rows: ReadRow[] = [];
  const reading = format.read(
    bytes,
    {
      entry: (cookie, origin) => rows.push({ origin, cookie }),
      unparsed: (shown, reason, origin) => rows.push({ origin, reason, shown }),
    },
    byteStrings,
  );
  const document = finish(reading);
  return 'code' in document ? document : { rows, document };
}

/** The same, for a source that must be readable. */
export function readWell(format: Format, bytes: Uint8Array): ReadSource {
  const read = readSource(format, bytes);
  if ('code' in read) throw new Error(`refused: ${read.code}`);
  return read;
}

/** A row on its way back as it was read. */
export function asRead({ origin, cookie }: ReadRow): WriteBackRow {
  return { origin, untouched: true, ...(cookie && { cookie }) };
}

/** The bytes of a whole new file. */
export function written(format: WritableFormat, cookies: readonly Cookie[]): Uint8Array {
  return Buffer.concat([...format.write(cookies)]);
}

/** The cookies of a file of any format. Canonical Netscape lines are taken apart by plain splitting. */
export function cookiesOf(format: Format, bytes: Uint8Array): readonly Cookie[] {
  if (format.kind !== 'lines') return readWell(format, bytes).rows.flatMap(({ cookie }) => cookie ?? []);
  const lines = byteString(bytes).split('\n');
  return lines.filter((line) => line.includes('\t')).map(cookieOfLine);
}

function cookieOfLine(line: string): Cookie {
  const httpOnly = line.startsWith('#HttpOnly_');
  const fields = line.slice(httpOnly ? 10 : 0).split('\t');
  if (fields.length !== 7) throw new Error('a canonical line has seven fields');
  const [domain = '', flag = '', path = '', secure = '', expiry = '', name = '', value = ''] = fields;
  if ((flag === 'TRUE') !== domain.startsWith('.')) throw new Error('the flag contradicts the dot');
  return {
    name,
    value,
    domain: domain.replace(/^\./, ''),
    hostOnly: flag === 'FALSE',
    path,
    secureOnly: secure === 'TRUE',
    httpOnly,
    ...(expiry !== '0' && { expiryTime: Number(expiry) }),
  };
}

/** UTF-8. */
export const textBytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** All that a source writes back. */
export function writtenBack(document: SourceDocument, rows: Iterable<WriteBackRow>): Uint8Array {
  return new Uint8Array(Buffer.concat([...document.writeBack(rows)]));
}
