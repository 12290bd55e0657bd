import type { Cookie, EpochSeconds } from '../../cookie/cookie.ts';
import { isIpAddress } from '../../cookie/ip-address.ts';
import { canonicalDomain, canonicalExpiry, canonicalPath } from '../../formats/canonical-line.ts';
import { Kind, KIND_MASK } from '../../table/columns.ts';
import type { Progress } from '../../table/progress.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { newRow } from '../edits/add-entry.ts';
import { replacingRow } from '../edits/apply-set-cookie.ts';
import { ChangeBuilder } from '../edits/change-builder.ts';
import type { EditDone } from '../edits/edit-outcome.ts';
import { commitEdit, LINES_A_SLICE } from '../edits/edit-work.ts';

/** What a program made of a copy: the cookies as they were written for it, and as it left them. */
export interface CopyStates {
  readonly written: readonly Cookie[];
  readonly left: readonly Cookie[];
}

/** What taking a program's work over would do to a document. Good for the state it was planned in only. */
export interface TakeBackPlan {
  readonly replaced: readonly { readonly id: number; readonly cookie: Cookie }[];
  readonly added: readonly Cookie[];
  /** Entries whose cookies the program dropped though they had not expired. They stay unless a person wants otherwise. */
  readonly gone: readonly number[];
  /** Cookies that both the program and the person changed: the person's stay. */
  readonly conflicts: number;
  /** What the program did, in words that hold no value. */
  readonly summary: readonly string[];
  readonly revision: number;
}

/** Fields that programs change on purpose; what their way of writing files loses is not among them. */
const FIELDS = ['value', 'expiry', 'secureOnly'] as const;
type Field = (typeof FIELDS)[number];

/**
 * Compares, cookie by cookie and field by field, what a program was given with what it left, and finds the entries of
 * the document that this is about. Comments, HttpOnly marks and order, which programs drop, are left alone.
 */
export function* planTakeBack(
  document: CookieDocument,
  { written, left }: CopyStates,
  now: EpochSeconds,
): Generator<Progress, TakeBackPlan> {
  const base = keyed(written);
  const theirs = keyed(left);
  const mine = yield* entriesByKey(document, new Set([...base.keys(), ...theirs.keys()]));
  const replaced: { id: number; cookie: Cookie }[] = [];
  const added: Cookie[] = [];
  const counts = { value: 0, expiry: 0, secureOnly: 0 };
  let conflicts = 0;
  for (const [key, cookie] of theirs) {
    const was = base.get(key);
    const fields = FIELDS.filter((field) => was === undefined || of(was, field) !== of(cookie, field));
    if (fields.length === 0) continue;
    if (was !== undefined) for (const field of fields) counts[field]++;
    const id = mine.get(key);
    const own = id === undefined ? undefined : document.table.cookie(document.lines.row(id));
    if (own === undefined || id === undefined) {
      // Scenario: the person removed the cookie meanwhile; what the program made of it stays out.
      if (was === undefined) added.push(cookie);
      else conflicts++;
      continue;
    }
    const other = fields.filter((field) => of(own, field) !== of(cookie, field));
    if (other.length === 0) continue;
    if (other.some((field) => was === undefined || of(own, field) !== of(was, field))) conflicts++;
    else replaced.push({ id, cookie: withFields(own, cookie, other) });
  }
  const dropped = [...base].filter(([key, cookie]) => !theirs.has(key) && isAlive(cookie, now));
  const gone = dropped.flatMap(([key]) => mine.get(key) ?? []);
  const summary = words(counts, { added: added.length, gone: gone.length, conflicts });
  return { replaced, added, gone, conflicts, summary, revision: document.revision };
}

/** Takes a plan over as one step that can be undone; `gone`: entries that the program dropped are removed too. */
export function* commitTakeBack(
  document: CookieDocument,
  plan: TakeBackPlan,
  step: { readonly program: string; readonly gone: boolean; readonly now: EpochSeconds },
): Generator<Progress, EditDone> {
  if (plan.revision !== document.revision) throw new Error('taking over was planned for another state');
  const builder = new ChangeBuilder(document);
  for (const { id, cookie } of plan.replaced) builder.replace(id, replacingRow(document, id, cookie));
  if (step.gone) for (const id of plan.gone) builder.remove(id);
  for (const cookie of plan.added) builder.insert(document.lines.lastAnchor, newRow(document, cookie));
  const count = builder.size;
  const label = `Take over ${count.toLocaleString('en')} ${count === 1 ? 'cookie' : 'cookies'} from ${step.program}`;
  return yield* commitEdit(document, builder, { label, event: 'import', now: step.now });
}

/** What tells cookies apart in a file that Crumbs wrote in canonical form, and in the document that it was made of. */
function keyOf({ name, domain, hostOnly, path }: Cookie): string {
  const host = canonicalDomain(domain);
  const scope = hostOnly || isIpAddress(host) ? 'host' : 'domain';
  return [name, host, scope, canonicalPath(path)].join('\t');
}

/** The last one of a key counts, as it does for the programs. */
function keyed(cookies: readonly Cookie[]): Map<string, Cookie> {
  return new Map(cookies.map((cookie) => [keyOf(cookie), cookie]));
}

function* entriesByKey(
  document: CookieDocument,
  keys: ReadonlySet<string>,
): Generator<Progress, Map<string, number>> {
  const { lines, table } = document;
  const found = new Map<string, number>();
  const ids = lines.ids();
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at] ?? 0;
    const row = lines.row(id);
    if (((table.columns.flags[row] ?? Kind.blank) & KIND_MASK) === Kind.entry) {
      const key = keyOf(table.cookie(row));
      if (keys.has(key)) found.set(key, id);
    }
    if ((at + 1) % LINES_A_SLICE === 0) yield { done: at + 1, total: ids.length };
  }
  return found;
}

function of(cookie: Cookie, field: Field): string | boolean {
  return field === 'expiry' ? canonicalExpiry(cookie.expiryTime) : cookie[field];
}

function withFields(own: Cookie, theirs: Cookie, fields: readonly Field[]): Cookie {
  const { expiryTime, ...rest } = own;
  const time = fields.includes('expiry') ? theirs.expiryTime : expiryTime;
  return {
    ...rest,
    ...(time !== undefined && { expiryTime: time }),
    ...(fields.includes('value') && { value: theirs.value }),
    ...(fields.includes('secureOnly') && { secureOnly: theirs.secureOnly }),
  };
}

function isAlive({ expiryTime }: Cookie, now: EpochSeconds): boolean {
  return expiryTime === undefined || expiryTime > now;
}

function words(
  { value, expiry, secureOnly }: Readonly<Record<Field, number>>,
  { added, gone, conflicts }: { readonly added: number; readonly gone: number; readonly conflicts: number },
): string[] {
  const one = (count: number, single: string, many: string): string[] =>
    count === 0 ? [] : [`${count.toLocaleString('en')} ${count === 1 ? single : many}`];
  return [
    ...one(value, 'value rotated', 'values rotated'),
    ...one(expiry, 'lifetime changed', 'lifetimes changed'),
    ...one(secureOnly, 'Secure mark changed', 'Secure marks changed'),
    ...one(added, 'cookie added', 'cookies added'),
    ...one(gone, 'cookie dropped', 'cookies dropped'),
    ...one(conflicts, 'changed by you as well: yours stays', 'changed by you as well: yours stay'),
  ];
}
