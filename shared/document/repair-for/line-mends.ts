import { decodeUtf8, encodeUtf8, type ByteString } from '../../cookie/byte-string.ts';
import type { EpochSeconds } from '../../cookie/cookie.ts';
import { fixLine } from '../../rules/fix-line.ts';
import { ruleById } from '../../rules/registry.ts';
import type { Rule } from '../../rules/rule.ts';
import { Kind, KIND_MASK, Trait } from '../../table/columns.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { mendedRow } from '../edits/fix-rule.ts';
import { LINE_ENDS, patchedRow } from '../edits/write-row.ts';
import type { Concession } from './repair-request.ts';
import type { Trouble } from './troubles.ts';

/** What becomes of a line: other rows in its place (several for a comment that is broken up), or nothing at all. */
export interface LineMend {
  readonly rows: readonly number[];
  /** What was given up for it. */
  readonly given?: Concession;
}

interface Allowed {
  readonly allow: readonly Concession[];
  readonly now: EpochSeconds;
}

/** A time in seconds with quotation marks around it or letters behind it, of which programs that read it at all read the digits. */
const EXPIRY_BETWEEN = /^["']?(\d{9,11})(?:["']|[a-z ]*)$/i;

/** Comments are broken up so that curl, which reads 4,998 bytes, and a mark in front find room. */
const COMMENT_PIECE = 4900;

/** The smallest edit of a line that may end a trouble with it; nothing where there is none. */
export function lineMend(document: CookieDocument, trouble: Trouble, allowed: Allowed): LineMend | undefined {
  const { id, reason, kind } = trouble;
  if (id === undefined) return undefined;
  const { table, lines } = document;
  const row = lines.row(id);
  for (const rule of rulesFor(document, trouble, row)) {
    const mended = mendedRow(document, rule, { row, now: allowed.now });
    if (mended === 'remove') return { rows: [] };
    if (mended !== undefined) return { rows: [mended] };
  }
  if (kind === 'misread') return undefined;
  if (reason.code === 'http-only-is-comment' && isEntry(document, row)) {
    if (!allowed.allow.includes('http-only')) return undefined;
    return { rows: [patchedRow(table, row, { httpOnly: false })], given: 'http-only' };
  }
  const direct = directRows(document, row);
  if (direct !== undefined) return { rows: direct };
  return kind === 'stops' && allowed.allow.includes('lines') ? { rows: [], given: 'lines' } : undefined;
}

/** The rules to try on a line: the one that the reason names, then those about the same field, then those that mend columns. */
function rulesFor(document: CookieDocument, { reason, kind }: Trouble, row: number): readonly Rule[] {
  const { findings } = document.judge;
  const found = findings
    .rulesOf(row)
    .flatMap((place) => findings.rules[place] ?? [])
    // A fix that takes an entry away has it loaded by nobody.
    .filter(({ scope }) => scope !== 'time' && scope !== 'group');
  const named = reason.rule === undefined ? undefined : ruleById(reason.rule);
  const field = reason.code === 'domain-never-matches' ? 'domain' : named?.field;
  const isSafe = ({ fixNeedsChoice }: Rule): boolean => fixNeedsChoice !== true;
  // An expiry that is not read at all is better guessed than lost; of other fields only the named fix may guess.
  const mayGuess = kind !== 'misread' && field === 'expiry';
  const first = found.filter((rule) => rule === named && (kind !== 'misread' || isSafe(rule)));
  const alike = found.filter((rule) => rule !== named && rule.field === field && (mayGuess || isSafe(rule)));
  const columns = found.filter(
    (rule) => !first.includes(rule) && !alike.includes(rule) && isAboutColumns(rule) && isSafe(rule),
  );
  return [...first, ...alike, ...columns];
}

function isAboutColumns({ scope, id }: Rule): boolean {
  return scope === 'unparsed' || id === 'leading-blanks' || id === 'value-tab-missing';
}

function isEntry({ table }: CookieDocument, row: number): boolean {
  return ((table.columns.flags[row] ?? 0) & KIND_MASK) === Kind.entry;
}

/** What needs no rule: seven columns for an odd layout, comments that everybody can read. */
function directRows(document: CookieDocument, row: number): readonly number[] | undefined {
  const { table } = document;
  const kind = (table.columns.flags[row] ?? 0) & KIND_MASK;
  if (kind === Kind.comment) return commentRows(document, row);
  if (kind !== Kind.entry) return undefined;
  const entry = table.rawEntry(row);
  const digits = EXPIRY_BETWEEN.exec(entry.expiry)?.[1];
  if (digits !== undefined && digits !== entry.expiry) return [patchedRow(table, row, { expiry: digits })];
  if (((table.columns.traits[row] ?? 0) & Trait.layoutOdd) === 0) return undefined;
  const line = fixLine(entry, entry.path === '' ? { path: '/' } : {});
  if (line === undefined || line === table.line(row)) return undefined;
  return [table.appendLine(line + LINE_ENDS[table.lineEnd(row)])];
}

function commentRows({ table }: CookieDocument, row: number): readonly number[] | undefined {
  const line = table.line(row);
  const text = decodeUtf8(line) === undefined ? encodeUtf8(line) : line;
  const pieces = text.length > COMMENT_PIECE ? brokenUp(text) : [text];
  if (pieces.length === 1 && text === line) return undefined;
  const end = LINE_ENDS[table.lineEnd(row)];
  const between = end === '' ? '\n' : end;
  return pieces.map((piece, at) => table.appendLine(piece + (at + 1 < pieces.length ? between : end)));
}

/** Every piece is a comment, and none begins within a character. */
function brokenUp(comment: ByteString): readonly ByteString[] {
  const pieces: ByteString[] = [];
  let from = 0;
  while (from < comment.length) {
    let to = Math.min(from + COMMENT_PIECE, comment.length);
    while (to > from + 1 && to < comment.length && (comment.charCodeAt(to) & 0xc0) === 0x80) to--;
    pieces.push((pieces.length === 0 ? '' : '# ') + comment.slice(from, to));
    from = to;
  }
  return pieces;
}
