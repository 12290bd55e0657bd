import { displayText } from '../../cookie/byte-string.ts';
import { MASK } from '../../cookie/mask.ts';
import { shownDomain } from '../../cookie/shown-text.ts';
import { isSignatureComment } from '../../exporters/signature-comment.ts';
import { isMagicHeader } from '../../rules/reading/magic-header.ts';
import { Kind, KIND_MASK } from '../../table/columns.ts';
import { HostTrait } from '../../table/hosts.ts';
import type { Progress } from '../../table/progress.ts';
import { shownField } from '../../table/shown-entry.ts';
import type { Table } from '../../table/table.ts';
import { sameContent, sameRow } from './compare-rows.ts';
import type { RowOf } from './compare-rows.ts';
import type { DiskRows } from './disk-rows.ts';
import type { LineMatch } from './match-lines.ts';
import type { Encoding } from '../../table/encoding.ts';

/** What another program did, counted. */
export interface ReloadTally {
  changed: number;
  values: number;
  expiries: number;
  httpOnlyLost: number;
  httpOnlyGained: number;
  otherwise: number;
  lineEnds: number;
  entriesAdded: number;
  entriesRemoved: number;
  commentsAdded: number;
  commentsRemoved: number;
  unreadAdded: number;
  unreadRemoved: number;
  headerAdded: boolean;
  headerLost: boolean;
  headerChanged: boolean;
  /** Entries added and removed, by site as it may be shown. */
  readonly sitesAdded: Map<string, number>;
  readonly sitesRemoved: Map<string, number>;
}

interface Compared {
  readonly mine: Table;
  /** Rows of the saved lines. */
  readonly saved: Uint32Array;
  readonly disk: DiskRows;
  readonly match: LineMatch;
}

const ROWS_A_SLICE = 2048;
const NONE = 0xffff_ffff;

/** Counts what another program did to the lines. */
export function* tallyReload({ mine, saved, disk, match }: Compared): Generator<Progress, ReloadTally> {
  const { table } = disk;
  const tally = emptyTally();
  for (let row = 0; row < table.count; row++) {
    const place = match.placeOf[row] ?? NONE;
    if (place === NONE) countAdded(tally, table, row);
    else countPair(tally, { table: mine, row: saved[place] ?? 0 }, { table, row });
    if (row % ROWS_A_SLICE === 0) yield { done: row, total: table.count };
  }
  for (let place = 0; place < saved.length; place++) {
    if (place % ROWS_A_SLICE === 0) yield { done: place, total: saved.length };
    if (match.rowAt[place] === NONE) countRemoved(tally, mine, saved[place] ?? 0);
  }
  return tally;
}

function countPair(tally: ReloadTally, was: RowOf, is: RowOf): void {
  if (sameRow(was, is)) return;
  tally.changed++;
  if (sameContent(was, is)) {
    tally.lineEnds++;
    return;
  }
  const kinds = [kindOf(was.table, was.row), kindOf(is.table, is.row)];
  if (kinds.includes(Kind.comment)) {
    countComments(tally, was, is);
    return;
  }
  if (kinds.some((kind) => kind !== Kind.entry)) {
    tally.otherwise++;
    return;
  }
  const { httpOnly: had, value, expiry, ...others } = was.table.rawEntry(was.row);
  const { httpOnly: has, value: newValue, expiry: newExpiry, ...newOthers } = is.table.rawEntry(is.row);
  if (value !== newValue) tally.values++;
  if (expiry !== newExpiry) tally.expiries++;
  if (had && !has) tally.httpOnlyLost++;
  if (has && !had) tally.httpOnlyGained++;
  if (JSON.stringify(others) !== JSON.stringify(newOthers)) tally.otherwise++;
}

/** Scenario: a program puts its own header where the person's notes stood. */
function countComments(tally: ReloadTally, was: RowOf, is: RowOf): void {
  if (isHeader(was) && isHeader(is)) {
    tally.headerChanged = true;
    return;
  }
  countAdded(tally, is.table, is.row);
  countRemoved(tally, was.table, was.row);
  tally.changed--;
}

function isHeader({ table, row }: RowOf): boolean {
  return kindOf(table, row) === Kind.comment && isMagicHeader(table.line(row));
}

function countAdded(tally: ReloadTally, table: Table, row: number): void {
  tally.changed++;
  switch (kindOf(table, row)) {
    case Kind.entry: {
      tally.entriesAdded++;
      countSite(tally.sitesAdded, table, row);
      break;
    }
    case Kind.comment:
      if (isHeader({ table, row })) tally.headerAdded = true;
      else if (isSignatureComment(table.line(row))) tally.headerChanged = true;
      else tally.commentsAdded++;
      break;
    case Kind.unparsed:
      tally.unreadAdded++;
      break;
    default:
      break;
  }
}

function countSite(sites: Map<string, number>, table: Table, row: number): void {
  const site = siteOf(table, row);
  sites.set(site, (sites.get(site) ?? 0) + 1);
}

/** What no name below a listed suffix has. */
const UNCERTAIN =
  HostTrait.unknownSuffix |
  HostTrait.singleLabel |
  HostTrait.badLabel |
  HostTrait.oddCharacter |
  HostTrait.port;

/** The site of an entry as it may be shown. */
function siteOf(table: Table, row: number): string {
  const { hosts, columns } = table;
  const host = columns.host[row] ?? 0;
  const site = hosts.siteText(hosts.site(host));
  if ((hosts.traits(host) & UNCERTAIN) === 0) return displayText(site);
  return shownField(table, row, 'domain') === MASK ? MASK : shownDomain(site, { doubtful: false });
}

function countRemoved(tally: ReloadTally, table: Table, row: number): void {
  tally.changed++;
  switch (kindOf(table, row)) {
    case Kind.entry:
      tally.entriesRemoved++;
      countSite(tally.sitesRemoved, table, row);
      break;
    case Kind.comment:
      if (isHeader({ table, row })) tally.headerLost = true;
      else if (isSignatureComment(table.line(row))) tally.headerChanged = true;
      else tally.commentsRemoved++;
      break;
    case Kind.unparsed:
      tally.unreadRemoved++;
      break;
    default:
      break;
  }
}

/** "2 values rotated", "14 entries added for dailymotion.com", "9 HttpOnly marks lost": never a value. */
export function reloadWords(
  tally: ReloadTally,
  besides: { readonly reordered: boolean; readonly was: Encoding; readonly is: Encoding },
): string[] {
  const words: string[] = [];
  const say = (count: number, one: string, many: string, rest: string): void => {
    if (count > 0) words.push(`${count.toLocaleString('en')} ${count === 1 ? one : many} ${rest}`);
  };
  say(tally.values, 'value', 'values', 'rotated');
  say(tally.expiries, 'expiry', 'expiries', 'moved');
  say(tally.entriesAdded, 'entry', 'entries', `added${siteWords('for', tally.sitesAdded)}`);
  say(tally.entriesRemoved, 'entry', 'entries', `removed${siteWords('from', tally.sitesRemoved)}`);
  say(tally.httpOnlyLost, 'HttpOnly mark', 'HttpOnly marks', 'lost');
  say(tally.httpOnlyGained, 'HttpOnly mark', 'HttpOnly marks', 'added');
  say(tally.otherwise, 'line', 'lines', 'changed in other ways');
  say(tally.unreadAdded, 'unreadable line', 'unreadable lines', 'added');
  say(tally.unreadRemoved, 'unreadable line', 'unreadable lines', 'removed');
  if (tally.headerLost && !tally.headerAdded) words.push('header removed');
  else if (tally.headerAdded && !tally.headerLost) words.push('header added');
  else if (tally.headerChanged || tally.headerLost) words.push('header changed');
  say(tally.commentsAdded, 'comment', 'comments', 'added');
  say(tally.commentsRemoved, 'comment', 'comments', 'removed');
  if (tally.lineEnds > 1 || besides.was.crOnly !== besides.is.crOnly) words.push('line ends changed');
  if (besides.reordered) words.push('lines put in another order');
  if (besides.was.charset !== besides.is.charset) words.push('encoding changed');
  else if (besides.was.byteOrderMark !== besides.is.byteOrderMark) {
    words.push(besides.is.byteOrderMark ? 'byte order mark added' : 'byte order mark removed');
  }
  return words.length === 0 && tally.changed > 0 ? ['blank lines or line ends changed'] : words;
}

/** How many sites are named one by one. */
const MOST_NAMED = 3;

/** " for dailymotion.com", " for a.com (10), b.com (4) and 2 more sites". */
function siteWords(preposition: string, sites: ReadonlyMap<string, number>): string {
  const known = [...sites].filter(([site]) => site !== MASK);
  const [first] = known;
  if (first === undefined) return '';
  if (sites.size === 1) return ` ${preposition} ${first[0]}`;
  const named = known
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, sites.size > MOST_NAMED ? MOST_NAMED - 1 : MOST_NAMED)
    .map(([site, count]) => `${site} (${count.toLocaleString('en')})`);
  const more = sites.size - named.length;
  const last = more > 0 ? `${more.toLocaleString('en')} more ${more === 1 ? 'site' : 'sites'}` : named.pop();
  return ` ${preposition} ${named.join(', ')} and ${last}`;
}

function emptyTally(): ReloadTally {
  return {
    changed: 0,
    values: 0,
    expiries: 0,
    httpOnlyLost: 0,
    httpOnlyGained: 0,
    otherwise: 0,
    lineEnds: 0,
    entriesAdded: 0,
    entriesRemoved: 0,
    commentsAdded: 0,
    commentsRemoved: 0,
    unreadAdded: 0,
    unreadRemoved: 0,
    headerAdded: false,
    headerLost: false,
    headerChanged: false,
    sitesAdded: new Map(),
    sitesRemoved: new Map(),
  };
}

function kindOf(table: Table, row: number): number {
  return (table.columns.flags[row] ?? Kind.blank) & KIND_MASK;
}
