import type { ByteString } from '../../cookie/byte-string.ts';
import type { EpochSeconds } from '../../cookie/cookie.ts';
import { cookieFileOf, OUTCOMES, verdictOf, type LoadedJar, type Outcome } from '../../clients/client.ts';
import { isAscii } from '../../clients/python/charset.ts';
import { reason, type Reason, type ReasonCode } from '../../clients/reason.ts';
import type { ChosenClient } from '../../clients/registry.ts';
import { NETSCAPE_HEADER } from '../../formats/canonical-line.ts';
import { Kind, KIND_MASK } from '../../table/columns.ts';
import type { Progress } from '../../table/progress.ts';
import type { CookieDocument } from '../cookie-document.ts';
import type { ClientJar } from '../verdicts/client-verdicts.ts';

/** What stands between a client and a line, or the whole file. */
export interface Trouble {
  /** The place of the client among those chosen. */
  readonly client: number;
  /** The line; absent where the file as a whole is at fault. */
  readonly id?: number;
  readonly reason: Reason;
  /** `stops`: the client gives up the file there. `lost`: the line is not loaded. `misread`: loaded otherwise than it is meant. */
  readonly kind: 'stops' | 'lost' | 'misread';
}

/** How a document fares with the chosen clients. */
export interface Standing {
  readonly troubles: readonly Trouble[];
  readonly clients: readonly ClientStanding[];
}

export interface ClientStanding {
  readonly refused: boolean;
  /** By line id, a `Rank`. */
  readonly ranks: Uint8Array;
  /** By line id, the line (an id) that is the cause where another one is. */
  readonly causes: ReadonlyMap<number, number>;
  /** Lines, by id, that a later one of the same identity overrules. */
  readonly replaced: ReadonlySet<number>;
  /** Lines, by id, for which there is no room beside others. */
  readonly crowdedOut: ReadonlySet<number>;
  /** Lines, by id, whose HttpOnly mark makes them comments. */
  readonly marked: ReadonlySet<number>;
}

/** `useless`: loaded, and never sent. `none`: nobody expects a cookie of the line. */
export const Rank = { lost: 0, useless: 1, changed: 2, kept: 3, none: 4 } as const;

/** Changes after which a cookie no longer goes where, or says what, its line was meant to. */
const MISREADINGS: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'flag-read-as',
  'flag-over-dot',
  'dot-over-flag',
  'secure-read-as',
  'value-with-tabs',
  'fields-ignored',
  'value-cut',
  'value-changed',
  'carriage-return',
  'domain-never-matches',
  'never-sent',
]);

/** A program that holds so many cookies loses another one for each that it loads beside them. */
const CROWDED: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'too-many-domains',
  'too-many-in-domain',
  'too-many-in-all',
  'set-cookie-limit',
]);

/** For these the client would load the line if it were alone. */
const BY_OTHER_LINES: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'file-refused',
  'behind-bad-line',
  'replaced',
]);
const ABOUT_BYTES: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['not-utf-8', 'not-in-encoding']);

const LINES_A_SLICE = 4096;
/** Asking a client about a line alone takes as long as some twenty lines of a file. */
const LINES_ALONE = 256;
const NOT_READ = reason('other-text');

/** Asks every client about every line: those that give up the file are asked about each line alone. */
export function* standingOf(
  document: CookieDocument,
  clients: readonly ChosenClient[],
  now: EpochSeconds,
): Generator<Progress, Standing> {
  const troubles: Trouble[] = [];
  const standings: ClientStanding[] = [];
  for (const [client, chosen] of clients.entries()) {
    const loaded = yield* document.verdicts.load(chosen);
    if (loaded === undefined) continue;
    // One by one: there can be more of them than a call can have arguments.
    for (const trouble of yield* stopping(document, { chosen, client, now }, loaded)) troubles.push(trouble);
    standings.push(yield* ranked(document, { loaded, client, troubles }));
  }
  return { troubles, clients: standings };
}

/** What has a client give up a file: the header alone where it is at fault, for what comes behind it is seen next time. */
function* stopping(
  document: CookieDocument,
  of: OneClient,
  loaded: ClientJar,
): Generator<Progress, Trouble[]> {
  const { client } = of;
  const { refusal } = loaded.jar;
  if (refusal === undefined) return [];
  const { reason: why, line } = refusal;
  if (why.rule === 'header-missing') return [{ client, reason: why, kind: 'stops' }];
  const troubles = yield* lineTroubles(document, of, loaded);
  if (line === undefined) return [{ client, reason: why, kind: 'stops' }, ...troubles];
  if (troubles.some(({ kind }) => kind === 'stops')) return troubles;
  return [...troubles, { client, id: idAt(document, loaded, line), reason: why, kind: 'stops' }];
}

interface OneClient {
  readonly chosen: ChosenClient;
  readonly client: number;
  readonly now: EpochSeconds;
}

/**
 * What a client says to each line of a file that it refuses: what it told of them together where it looks at every line;
 * otherwise each line is asked about as the only one of its file.
 */
function* lineTroubles(
  document: CookieDocument,
  of: OneClient,
  { jar, file }: ClientJar,
): Generator<Progress, Trouble[]> {
  const troubles: Trouble[] = [];
  const ids = document.lines.ids();
  const { stops } = jar;
  const isTold = stops !== undefined && file.lineCount === ids.length;
  const isAboutBytes = jar.refusal !== undefined && ABOUT_BYTES.has(jar.refusal.reason.code);
  for (let at = 0; at < ids.length; at++) {
    if ((at + 1) % LINES_ALONE === 0) yield { done: at + 1, total: ids.length };
    const id = ids[at] ?? 0;
    if (kindOf(document, id) === Kind.blank) continue;
    const mustAsk = !isTold || (isAboutBytes && !isAscii(document.table.line(document.lines.row(id))));
    const trouble = mustAsk ? troubleAlone(document, id, of) : troubleTold(document, id, { jar, stops, at });
    if (trouble !== undefined) troubles.push({ client: of.client, id, ...trouble });
  }
  return troubles;
}

type OneTrouble = Pick<Trouble, 'kind' | 'reason'> | undefined;

function troubleAlone(document: CookieDocument, id: number, of: OneClient): OneTrouble {
  const { jar, text } = alone(document, id, of);
  if (jar.refusal !== undefined) return { kind: 'stops', reason: jar.refusal.reason };
  const { outcome, reasons } = verdictOf(jar, 1);
  if (text === '' || !isLost(outcome, kindOf(document, id))) return undefined;
  return { kind: 'lost', reason: reasons[0] ?? NOT_READ };
}

function troubleTold(
  document: CookieDocument,
  id: number,
  told: {
    readonly jar: LoadedJar;
    readonly stops: ReadonlyMap<number, Reason> | undefined;
    readonly at: number;
  },
): OneTrouble {
  const stop = told.stops?.get(told.at);
  if (stop !== undefined) return { kind: 'stops', reason: stop };
  const { outcome, reasons } = verdictOf(told.jar, told.at);
  const [first = NOT_READ] = reasons;
  if (BY_OTHER_LINES.has(first.code) || !isLost(outcome, kindOf(document, id))) return undefined;
  return { kind: 'lost', reason: first };
}

function alone(document: CookieDocument, id: number, { chosen, now }: OneClient) {
  const { table, lines } = document;
  const row = lines.row(id);
  const text: ByteString = table.line(row);
  const end = table.lineEnd(row) === 'crlf' ? '\r\n' : '\n';
  const file = cookieFileOf(`${NETSCAPE_HEADER}\n${text}${end}`);
  return { jar: chosen.client.load(file, { version: chosen.version, now }), text };
}

/** How good each outcome is; of a file that is not refused, the troubles as well. */
function* ranked(
  document: CookieDocument,
  of: { readonly loaded: ClientJar; readonly client: number; readonly troubles: Trouble[] },
): Generator<Progress, ClientStanding> {
  const { loaded, client, troubles } = of;
  const { jar, file } = loaded;
  const refused = jar.refusal !== undefined;
  const ids = document.lines.ids();
  const ranks = new Uint8Array(document.lines.idCount).fill(Rank.none);
  const causes = new Map<number, number>();
  const replaced = new Set<number>();
  const crowdedOut = new Set<number>();
  const marked = new Set<number>();
  const stops = new Map<number, Reason>();
  for (const [at, id] of ids.entries()) {
    if ((at + 1) % LINES_A_SLICE === 0) yield { done: at + 1, total: ids.length };
    const line = file.fileLine(at);
    const outcome = OUTCOMES[jar.outcomes[line] ?? 0] ?? 'ignored';
    const lost = isLost(outcome, kindOf(document, id));
    ranks[id] = lost ? Rank.lost : rankOf(outcome);
    if (outcome === 'kept' || refused) continue;
    const reasons = jar.reasons.get(line) ?? [];
    const [first = NOT_READ] = reasons;
    const cause = first.data['line'];
    if (lost && typeof cause === 'number') {
      const causing = idAt(document, loaded, cause);
      causes.set(id, causing);
      if (first.code === 'behind-long-line' || first.code === 'swallowed-by-nul') stops.set(causing, first);
    }
    if (first.code === 'replaced') replaced.add(id);
    if (CROWDED.has(first.code)) crowdedOut.add(id);
    if (first.code === 'http-only-is-comment') marked.add(id);
    if (lost) troubles.push({ client, id, reason: first, kind: 'lost' });
    else if (outcome === 'changed') {
      if (reasons.some(isNeverSent)) ranks[id] = Rank.useless;
      for (const why of reasons) {
        if (MISREADINGS.has(why.code)) troubles.push({ client, id, reason: why, kind: 'misread' });
      }
    }
  }
  for (const [id, why] of stops) troubles.push({ client, id, reason: atTheCause(why), kind: 'stops' });
  return { refused, ranks, causes, replaced, crowdedOut, marked };
}

/** Is a cookie loaded in vain? */
export function isNeverSent({ code }: Reason): boolean {
  return code === 'never-sent' || code === 'domain-never-matches';
}

function atTheCause({ code }: Reason): Reason {
  return code === 'behind-long-line' ? reason('line-too-long', { limit: 4998 }) : reason('nul-byte');
}

function isLost(outcome: Outcome, kind: number): boolean {
  if (kind === Kind.entry) return outcome === 'dropped' || outcome === 'ignored';
  return kind === Kind.unparsed && outcome === 'dropped';
}

function rankOf(outcome: Outcome): number {
  if (outcome === 'kept') return Rank.kept;
  return outcome === 'changed' ? Rank.changed : Rank.none;
}

function kindOf({ table, lines }: CookieDocument, id: number): number {
  return (table.columns.flags[lines.row(id)] ?? Kind.blank) & KIND_MASK;
}

function idAt({ lines }: CookieDocument, { file }: ClientJar, line: number): number {
  return lines.ids()[file.place(line)] ?? 0;
}
