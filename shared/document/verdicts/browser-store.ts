import type { Cookie } from '../../cookie/cookie.ts';
import { cookieIdentity } from '../../cookie/cookie-identity.ts';
import { domainMatches } from '../../cookie/domain-matches.ts';
import type { RequestTarget } from '../../cookie/request-target.ts';
import { reason, type Reason } from '../../clients/reason.ts';
import type { ChosenReceiver } from '../../clients/receivers.ts';
import { canonicalDomain } from '../../formats/canonical-line.ts';
import { Kind, KIND_MASK } from '../../table/columns.ts';
import type { Progress } from '../../table/progress.ts';
import { ABSENT } from '../change.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { LINES_A_SLICE } from '../edits/edit-work.ts';

/** An entry that does not get as far as being sent, and why. */
export interface EntryLeftOut {
  readonly id: number;
  readonly reason: Reason;
}

/** What a browser has of a document after an import, as far as one host is concerned. */
export interface BrowserStore {
  /** In document order, which is that of an import. */
  readonly jar: readonly Cookie[];
  /** By place in the jar, the line that the cookie came from. */
  readonly ids: readonly number[];
  /** Entries of the host that the browser does not hold, or not any more. */
  readonly notHeld: readonly EntryLeftOut[];
  /** Lines whose cookies are for other hosts. */
  readonly others: readonly number[];
}

/** So many cookies are put into a store between two slices: some 10 ms. */
const HELD_A_SLICE = 512;

/** The entries of a document that concern a host, as a browser's store would hold them after an import. */
export function* browserStore(
  document: CookieDocument,
  { receiver, version }: ChosenReceiver,
  { host }: Pick<RequestTarget, 'host'>,
): Generator<Progress, BrowserStore> {
  const held = new Map<string, { readonly id: number; readonly cookie: Cookie }>();
  const notHeld: EntryLeftOut[] = [];
  const others: number[] = [];
  const concerns = (domain: string): boolean => domainMatches(host, domain);
  const entries = yield* entriesOfHosts(document, concerns, others);
  for (const [at, { id, cookie }] of entries.entries()) {
    if ((at + 1) % HELD_A_SLICE === 0) yield { done: at + 1, total: entries.length };
    const stored = receiver.hold(cookie, version);
    if ('refused' in stored) {
      notHeld.push({ id, reason: stored.refused });
      continue;
    }
    const identity = cookieIdentity(stored);
    const old = held.get(identity);
    if (old !== undefined) {
      const line = document.lines.place(id) - 1;
      notHeld.push({ id: old.id, reason: reason('replaced', { line }) });
      held.delete(identity);
    }
    held.set(identity, { id, cookie: stored });
  }
  const kept = [...held.values()];
  return { jar: kept.map(({ cookie }) => cookie), ids: kept.map(({ id }) => id), notHeld, others };
}

/** An entry with its domain in the form in which hosts are compared. */
export interface HostEntry {
  readonly id: number;
  readonly cookie: Cookie;
}

/** The entries whose host is wanted, in document order; the lines of the others go into `others`. Each host is asked about once. */
export function* entriesOfHosts(
  { lines, table }: CookieDocument,
  wanted: (domain: string) => boolean,
  others: number[] = [],
): Generator<Progress, readonly HostEntry[]> {
  const entries: HostEntry[] = [];
  const domains = new Map<number, string | undefined>();
  const ids = lines.ids();
  for (const [at, id] of ids.entries()) {
    if ((at + 1) % LINES_A_SLICE === 0) yield { done: at + 1, total: ids.length };
    const row = lines.row(id);
    const { flags, host: hosts } = table.columns;
    if (row === ABSENT || ((flags[row] ?? Kind.blank) & KIND_MASK) !== Kind.entry) continue;
    const host = hosts[row] ?? 0;
    if (!domains.has(host)) {
      const domain = canonicalDomain(table.hosts.text(host));
      domains.set(host, wanted(domain) ? domain : undefined);
    }
    const domain = domains.get(host);
    if (domain === undefined) others.push(id);
    else entries.push({ id, cookie: { ...table.cookie(row), domain } });
  }
  return entries;
}
