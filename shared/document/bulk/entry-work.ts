import type { Cookie, EpochSeconds } from '../../cookie/cookie.ts';
import { ruleById } from '../../rules/registry.ts';
import { fixLine } from '../../rules/fix-line.ts';
import type { EntryPatch, Rule } from '../../rules/rule.ts';
import type { RawEntry } from '../../table/entry-reader.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { mendedRow } from '../edits/fix-rule.ts';
import { patchedCookie } from '../edits/patched-cookie.ts';
import { cookieWithField, rowWithField } from '../edits/write-row.ts';
import { statedCookie } from '../stated-cookie.ts';
import type { BulkOperation } from './operation.ts';
import { type Refused, valueFor } from './value-for.ts';

/** An operation that is ready for the entries of a document. */
export interface EntryWork {
  /** The cookie that a row becomes, or that it goes; nothing where it stays as it is; or why it cannot be done. */
  cookie(row: number): Cookie | 'remove' | Refused | undefined;
  /** The row that a row becomes: a new one, or the same where nothing changes. */
  row(row: number): number;
}

/** Makes an operation ready, or says why it cannot be done at all. */
export function workFor(
  document: CookieDocument,
  operation: BulkOperation,
  now: EpochSeconds,
): EntryWork | Refused {
  if (operation.do === 'fix') return fixWork(document, operation.rule, now);
  const value = valueFor(document, operation, now);
  if ('refused' in value) return value;
  return {
    cookie(row) {
      const after = value(row);
      return after === undefined || 'refused' in after ? after : cookieWithField(document, row, after);
    },
    row(row) {
      const after = value(row);
      return after === undefined || 'refused' in after ? row : rowWithField(document, row, after);
    },
  };
}

/** Can the fix of this rule be done entry by entry? Others look at several lines, at comments, or at the whole file. */
export function isEntryFix(rule: Rule): boolean {
  return (rule.scope === 'host' || rule.scope === 'row' || rule.scope === 'time') && rule.fix !== undefined;
}

function fixWork(document: CookieDocument, id: string, now: EpochSeconds): EntryWork | Refused {
  const rule = ruleById(id);
  if (rule === undefined || !isEntryFix(rule))
    return { refused: 'This problem is not mended cookie by cookie.' };
  const { findings } = document.judge;
  const place = findings.indexOf(id);
  const concerns = (row: number): boolean => place >= 0 && findings.has(row, place);
  return {
    cookie(row) {
      if (!concerns(row)) return undefined;
      const patch = patchOf(rule, document.table.rawEntry(row), now);
      return patch === undefined || patch === 'remove' ? patch : patchedRow(document, row, patch);
    },
    row(row) {
      const mended = concerns(row) ? mendedRow(document, rule, { row, now }) : undefined;
      return typeof mended === 'number' ? mended : row;
    },
  };
}

function patchOf(
  rule: Rule,
  raw: Parameters<typeof patchedCookie>[1],
  now: EpochSeconds,
): EntryPatch | undefined {
  if (rule.scope === 'time') return rule.fix?.(raw, now);
  return rule.scope === 'host' || rule.scope === 'row' ? rule.fix?.(raw) : undefined;
}

/** The cookie that a patch makes of a row. A line that says the same cookie in another spelling changes all the same. */
function patchedRow(document: CookieDocument, row: number, patch: Partial<RawEntry>): Cookie | undefined {
  const { table, format } = document;
  const raw = table.rawEntry(row);
  if (format.kind === 'source') return patchedCookie(statedCookie(table, row), raw, patch);
  const line = fixLine(raw, patch);
  if (line === undefined || line === table.line(row)) return undefined;
  const cookie = table.cookie(row);
  return patchedCookie(cookie, raw, patch) ?? cookie;
}
