import type { EpochSeconds } from '../../cookie/cookie.ts';
import type { CommentRule, EntryPatch, GroupRule, Rule, UnparsedRule } from '../../rules/rule.ts';
import { fixLine } from '../../rules/fix-line.ts';
import { ruleById } from '../../rules/registry.ts';
import type { Progress } from '../../table/progress.ts';
import { ABSENT } from '../change.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { statedCookie } from '../stated-cookie.ts';
import { ChangeBuilder } from './change-builder.ts';
import { collectPatch } from './document-patch.ts';
import type { EditOutcome } from './edit-outcome.ts';
import { commitEdit, eachLine, LINES_A_SLICE, linesOf } from './edit-work.ts';
import { patchedCookie } from './patched-cookie.ts';
import { LINE_ENDS } from './write-row.ts';

/** A fix as an edit; `mode` is what the host is to make of the file's permissions, `ignoreInGit` asks it to have git pass over the file. */
export type FixOutcome = EditOutcome & { readonly mode?: 0o600; readonly ignoreInGit?: true };

/** Applies the fix of one rule to all its findings, or to those on some lines. */
export function* fixRule(
  document: CookieDocument,
  request: { readonly rule: string; readonly ids?: ArrayLike<number>; readonly now: EpochSeconds },
): Generator<Progress, FixOutcome> {
  const { findings } = document.judge;
  const rule = ruleById(request.rule);
  if (rule === undefined) return { refused: 'There is no such rule.' };
  if (!isFixable(rule)) return { refused: `There is no fix for “${rule.title}”.` };
  const builder = new ChangeBuilder(document);
  const label = `Fix “${rule.title}”`;
  const step = { label, event: 'fix.rule' as const, now: request.now };
  // A rule about lines is not asked about structured text and has nothing to mend there.
  const place = findings.indexOf(rule.id);
  if (place < 0) return { label, changed: 0, added: [] };
  if (rule.scope === 'document') {
    const patch = document.documentFindings().some((finding) => finding.rule === place)
      ? rule.fix?.(document.facts())
      : undefined;
    if (patch !== undefined) yield* collectPatch(document, patch, builder);
    const done = yield* commitEdit(document, builder, step);
    const { mode, ignoreInGit } = patch ?? {};
    return {
      ...done,
      ...(mode !== undefined && { mode }),
      ...(ignoreInGit !== undefined && { ignoreInGit }),
    };
  }
  const ids = yield* reported(document, place, request.ids);
  yield* collectFixes(document, { rule, ids, now: request.now, builder });
  const count = `${builder.size.toLocaleString('en')} ${builder.size === 1 ? 'line' : 'lines'}`;
  return yield* commitEdit(document, builder, { ...step, label: `${label} on ${count}` });
}

/** Findings of groups worked on between two slices: the first of each group takes as long as all of it. */
const GROUPED_A_SLICE = 32;

/** Does the rule come with a fix? */
export function isFixable(rule: Rule): boolean {
  return ('fix' in rule && rule.fix !== undefined) || ('fixLine' in rule && rule.fixLine !== undefined);
}

/** The lines that a rule reports on, ascending by id; with `ids` only those among them. */
function* reported(
  document: CookieDocument,
  rule: number,
  ids: ArrayLike<number> | undefined,
): Generator<Progress, Uint32Array> {
  const { lines, judge } = document;
  const { findings } = judge;
  if (findings.count(rule) === 0) return new Uint32Array(0);
  const { word, bit } = findings.place(rule);
  const bits = findings.words[word] ?? new Uint32Array(0);
  const all = ids === undefined ? lines.ids() : yield* linesOf(document, ids, false);
  const found = new Uint32Array(all.length);
  let length = 0;
  yield* eachLine(all, (id) => {
    if (((bits[lines.row(id)] ?? 0) & bit) !== 0) found[length++] = id;
  });
  return found.subarray(0, length);
}

interface FixWork {
  readonly rule: Rule;
  readonly ids: Uint32Array;
  readonly now: EpochSeconds;
  readonly builder: ChangeBuilder;
}

function* collectFixes(document: CookieDocument, work: FixWork): Generator<Progress, void> {
  const { rule, ids, now, builder } = work;
  const { lines } = document;
  const grouped = new Set<number>();
  const wanted = rule.scope === 'group' ? new Set(ids) : undefined;
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at] ?? 0;
    const row = lines.row(id);
    if (rule.scope === 'group') collectGroup(document, { rule, row, builder, grouped, wanted });
    else {
      const mended = mendedRow(document, rule, { row, now });
      if (mended === 'remove') builder.remove(id);
      else if (mended !== undefined) builder.replace(id, mended);
    }
    if ((at + 1) % (rule.scope === 'group' ? GROUPED_A_SLICE : LINES_A_SLICE) === 0)
      yield { done: at + 1, total: ids.length };
  }
}

/**
 * What the fix of a rule makes of a line that the rule reports on, group and document rules apart: a row that no line
 * shows yet, or that the line goes. Nothing where the fix changes nothing.
 */
export function mendedRow(
  document: CookieDocument,
  rule: Rule,
  { row, now }: { readonly row: number; readonly now: EpochSeconds },
): number | 'remove' | undefined {
  switch (rule.scope) {
    case 'unparsed':
    case 'comment':
      return mendedLine(document, rule, row);
    case 'host':
    case 'row':
      return patched(document, row, rule.fix?.(document.table.rawEntry(row)));
    case 'time':
      return patched(document, row, rule.fix?.(document.table.rawEntry(row), now));
    default:
      return undefined;
  }
}

/** Fixes a whole group when the first of its lines is met; with `wanted` only the lines that were asked for change. */
function collectGroup(
  document: CookieDocument,
  work: {
    readonly rule: GroupRule;
    readonly row: number;
    readonly builder: ChangeBuilder;
    readonly grouped: Set<number>;
    readonly wanted: ReadonlySet<number> | undefined;
  },
): void {
  const { rule, row, builder, grouped, wanted } = work;
  if (grouped.has(row)) return;
  const members = document.judge.group(row);
  for (const member of members) grouped.add(member.row);
  for (const { row: fixed, patch } of rule.fix?.(members) ?? []) {
    const id = document.lines.idOf(fixed);
    if (wanted === undefined || wanted.has(id)) applyPatch(document, { id, patch, builder });
  }
}

function mendedLine(
  { table, format }: CookieDocument,
  rule: UnparsedRule | CommentRule,
  row: number,
): number | 'remove' | undefined {
  // What is kept of structured text is no line.
  if (format.kind === 'source') return undefined;
  const line = table.line(row);
  const mended = rule.fixLine?.(line);
  if (mended === undefined || mended === line) return undefined;
  return mended === '' ? 'remove' : table.appendLine(mended + LINE_ENDS[table.lineEnd(row)]);
}

function applyPatch(
  document: CookieDocument,
  fix: { readonly id: number; readonly patch: EntryPatch | undefined; readonly builder: ChangeBuilder },
): void {
  const { id, patch, builder } = fix;
  const row = document.lines.row(id);
  if (row === ABSENT) return;
  const mended = patched(document, row, patch);
  if (mended === 'remove') builder.remove(id);
  else if (mended !== undefined) builder.replace(id, mended);
}

function patched(
  document: CookieDocument,
  row: number,
  patch: EntryPatch | undefined,
): number | 'remove' | undefined {
  if (patch === undefined || patch === 'remove') return patch;
  const { table } = document;
  // A line cannot carry all that structured text says of a cookie.
  if (document.format.kind === 'source') {
    const cookie = patchedCookie(statedCookie(table, row), table.rawEntry(row), patch);
    return cookie === undefined ? undefined : table.appendEntry(cookie);
  }
  const line = fixLine(table.rawEntry(row), patch);
  if (line === undefined || line === table.line(row)) return undefined;
  return table.appendLine(line + LINE_ENDS[table.lineEnd(row)]);
}
