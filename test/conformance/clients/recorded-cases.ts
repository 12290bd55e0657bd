import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ByteString } from '#shared/cookie/byte-string.ts';

/** What was recorded of one program with one file; each family has its own shape (`adapters.ts` reads them). */
export type ClientRecord = Readonly<Record<string, unknown>>;

export interface RecordedCase {
  readonly id: string;
  readonly note: string;
  readonly urls: readonly string[];
  readonly bytes: ByteString;
  /** By the name of a program and its version, as in `curl 8.21.0`. */
  readonly records: Readonly<Record<string, ClientRecord>>;
}

interface CaseText {
  readonly file: string;
  readonly note: string;
  readonly urls: readonly string[];
  readonly clients: Readonly<Record<string, ClientRecord>>;
}

/** When the cases were recorded (2026-11-22), to the minute: curl's cap of 400 days in case j02 tells it. */
export const RECORDED_AT = 1_795_323_480;

const own = fileURLToPath(new URL('../../fixtures/clients', import.meta.url));

/** Where the cases lie: `CRUMBS_CASES`, or the project's own copy. */
export const casesFolder = process.env['CRUMBS_CASES'] ?? own;

/** Every case of the folder. */
export function recordedCases(folder = casesFolder): readonly RecordedCase[] {
  const cases = JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')) as Readonly<
    Record<string, CaseText>
  >;
  return Object.entries(cases).map(([id, { file, note, urls, clients }]) => ({
    id,
    note,
    urls,
    bytes: readFileSync(join(folder, 'files', file), 'latin1'),
    records: clients,
  }));
}
