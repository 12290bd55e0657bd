import { bytesOf } from '../cookie/byte-string.ts';
import type { ByteStrings } from '../cookie/byte-string.ts';
import type { EpochSeconds } from '../cookie/cookie.ts';
import { NETSCAPE_HEADER } from '../formats/canonical-line.ts';
import type { Format, LineFormat, Probe, Refusal, RowSink } from '../formats/format.ts';
import { commentInJson, recognise } from '../formats/recognise.ts';
import type { Recognised } from '../formats/recognise.ts';
import { detectBinary, detectFormat, formatById, formatOfDocument, isBinary } from '../formats/registry.ts';
import { Judge } from '../rules/judge.ts';
import { RULES } from '../rules/registry.ts';
import { decodeFile, isPlainFromTheStart } from '../table/encoding.ts';
import type { Decoded, Encoding } from '../table/encoding.ts';
import { ABSENT } from './change.ts';
import type { Progress } from '../table/progress.ts';
import { scanBase } from '../table/scan.ts';
import { Table } from '../table/table.ts';
import { CookieDocument } from './cookie-document.ts';
import type { DocumentStart } from './cookie-document.ts';
import { finish } from '../table/progress.ts';
import type { SourceState } from './properties.ts';

/** What a document is opened from. The bytes are kept: do not write to them afterwards. */
export interface OpenRequest {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** How many of the bytes are the file; what is behind them is room for edited lines. All of them without it. */
  readonly size?: number;
  /** How many of them are there by now, where the rest is still being read; the work says when it waits for more. */
  readonly filled?: () => number;
  readonly strings: ByteStrings;
  readonly now: EpochSeconds;
  /** A format's id, where a person chose it over what the bytes look like. */
  readonly as?: string;
}

/** Why bytes could not be opened; `code` is an error code of the API. */
export interface OpenRefusal {
  readonly refused: true;
  readonly code:
    | Recognised
    | 'format-json-syntax'
    | 'format-json-too-deep'
    | 'file-too-large'
    | 'format-command'
    | 'format-changed';
  /** Of a command: why it cannot be read. */
  readonly fault?: string;
  /** Of a file that became another kind: what it is now. */
  readonly format?: string;
  readonly line?: number;
  readonly column?: number;
}

/** What a format is told by. */
const HEAD = 1 << 16;

/** What is there of a document whose first lines are in the table and judged, groups and sites apart. */
export interface FirstRows {
  readonly table: Table;
  readonly judge: Judge;
  readonly formatId: string;
}

/** How what was imported is written: its source is not written to. */
const PLAIN: Encoding = { charset: 'utf-8', byteOrderMark: false, crOnly: false };

/** So many lines are told of first. */
const FIRST = 100;

/** Reads and judges a file. Tells once of its first lines, before the rest is read. Its progress is in lines, of about so many. */
export function* openDocument(
  request: OpenRequest,
  onFirstRows: (first: FirstRows) => void = () => undefined,
): Generator<Progress, CookieDocument | OpenRefusal> {
  const { bytes, size = bytes.length, filled, strings, now } = request;
  if (filled !== undefined) yield* headOf(bytes, size, filled);
  const { decoded, probe, format } = yield* recogniseFile(request);
  if (format === undefined) {
    const comment = commentInJson(probe);
    if (comment !== undefined) return { refused: true, code: 'format-json-syntax', ...comment };
    return { refused: true, code: recognise(probe) };
  }
  const common = {
    format: formatOfDocument(format),
    ...(format.kind === 'import' && { importedFrom: format }),
    now,
    ...(!decoded.reversible && format.kind !== 'import' && { readOnly: 'format' as const }),
  };
  const teller = (table: Table, judge: Judge): (() => void) => {
    let told = false;
    return () => {
      judge.judgeArrived();
      if (told || table.count < FIRST) return;
      told = true;
      onFirstRows({ table, judge, formatId: format.id });
    };
  };
  if (format.kind !== 'lines') {
    if (filled !== undefined) yield* arrival(size, filled);
    const table = Table.forSource(strings, decoded.size);
    const rules = RULES.filter(({ linesOnly }) => linesOnly !== true);
    const judge = new Judge({ table, rules, now });
    const reading = readSource(format, decoded, table, teller(table, judge));
    const source = yield* inLines(table, 0, reading);
    if ('code' in source) return refusal(source);
    return yield* together({
      ...common,
      table,
      judge,
      properties: { encoding: format.kind === 'import' ? PLAIN : decoded.encoding, source },
    });
  }
  const table = new Table(strings, { bytes: decoded.bytes, size: decoded.size, from: decoded.from });
  const judge = new Judge({ table, rules: RULES, now });
  yield* inLines(table, decoded.from, scanBase(table, teller(table, judge), filled));
  return yield* together({ ...common, table, judge, properties: { encoding: decoded.encoding } });
}

/** A file's content as text where it is text, and what it is. */
export function* recogniseFile(
  request: Pick<OpenRequest, 'bytes' | 'size' | 'strings' | 'as'>,
): Generator<Progress, { decoded: Decoded; probe: Probe; format: Format | undefined }> {
  const { bytes, size = bytes.length, strings, as } = request;
  const known = as === undefined ? detectBinary(probeOf(bytes.subarray(0, size), strings)) : formatById(as);
  const decoded =
    known !== undefined && isBinary(known)
      ? { bytes, from: 0, size, encoding: PLAIN, reversible: true }
      : yield* decodeFile(bytes, size, strings);
  const probe = probeOf(decoded.bytes.subarray(decoded.from, decoded.size), strings);
  return { decoded, probe, format: known ?? detectFormat(probe) };
}

function probeOf(content: Uint8Array, strings: ByteStrings): Probe {
  return { head: strings.decode(content, 0, Math.min(content.length, HEAD)), size: content.length };
}

/** Waits for as much of a file as it takes to know what it is: mostly its head, else all of it. */
function* headOf(bytes: Uint8Array, size: number, filled: () => number): Generator<Progress, void> {
  const head = Math.min(size, HEAD);
  yield* arrival(head, filled);
  if (!isPlainFromTheStart(bytes.subarray(0, head))) yield* arrival(size, filled);
}

function* arrival(wanted: number, filled: () => number): Generator<Progress, void> {
  while (filled() < wanted) yield { done: 0, total: wanted, waiting: true };
}

/** A new Netscape document that has the magic first line and nothing else. */
export function newDocument(strings: ByteStrings, now: EpochSeconds): CookieDocument {
  const bytes = bytesOf(`${NETSCAPE_HEADER}\n\n`);
  const document = finish(openDocument({ bytes, strings, now, as: 'netscape' }));
  if (!(document instanceof CookieDocument)) throw new Error('a header alone is a cookie file');
  return document;
}

/** The progress of work that reads lines, counted in bytes from an offset on, in lines: as many as the table has, of so many if the rest is like them. */
function* inLines<Result>(
  table: Table,
  from: number,
  work: Generator<Progress, Result>,
): Generator<Progress, Result> {
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) return step.value;
    const { done, total, waiting } = step.value;
    const part = (done - from) / Math.max(1, total - from);
    const about = part > 0 ? Math.round(table.count / part) : 0;
    if (waiting === true || table.count === 0 || about < table.count) yield step.value;
    else yield { done: table.count, total: about };
  }
}

function* together(start: DocumentStart): Generator<Progress, CookieDocument> {
  const lines = start.table.count;
  // oxlint-disable-next-line no-unused-vars
  for (const _slice of start.judge.judgeTogether()) yield { done: lines, total: lines };
  return new CookieDocument(start);
}

/** Puts the rows of a structured source into an empty table, and gives what it takes to write them back; `onRows` follows after each slice. */
export function* readSource(
  format: Exclude<Format, LineFormat>,
  decoded: Decoded,
  table: Table,
  onRows: () => void = () => undefined,
): Generator<Progress, SourceState | Refusal> {
  const origins: number[] = [];
  const sink: RowSink = {
    entry: (cookie, origin) => {
      table.appendEntry(cookie);
      origins.push(origin);
    },
    unparsed: (text, reason, origin) => {
      table.appendUnparsed(text, reason);
      origins.push(origin);
    },
  };
  const content = decoded.bytes.subarray(decoded.from, decoded.size);
  const reading = format.read(content, sink, table.strings);
  for (let step = reading.next(); ; step = reading.next()) {
    onRows();
    if (step.done !== true) yield step.value;
    else if ('code' in step.value) return step.value;
    else {
      // No row of an import is as its source has it: it is written in another format.
      const rows = Uint32Array.from({ length: table.count }, (_, row) =>
        format.kind === 'import' ? ABSENT : row,
      );
      return { document: step.value, origins: Uint32Array.from(origins), rows };
    }
  }
}

/** A reader's refusal as an error of the API. */
export function refusal(why: Refusal): OpenRefusal {
  const codes = {
    'not-cookies': 'format-json-other',
    'no-entries-possible': 'format-json-other',
    'too-deep': 'format-json-too-deep',
    'too-large': 'file-too-large',
    syntax: 'format-json-syntax',
    command: 'format-command',
  } as const;
  const { line, column, fault } = why;
  return {
    refused: true,
    code: codes[why.code],
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(fault !== undefined && { fault }),
  };
}
