import type { EpochSeconds } from '../cookie/cookie.ts';
import { NO_HOST } from '../table/columns.ts';
import { finish } from '../table/progress.ts';
import type { Progress } from '../table/progress.ts';
import type { Table } from '../table/table.ts';
import type { Findings } from './findings.ts';
import { FindingBits } from './judging/finding-bits.ts';
import { GroupJudge } from './judging/group-judge.ts';
import type { Positions } from './judging/group-judge.ts';
import { chainByHost } from './judging/host-chains.ts';
import type { HostChains } from './judging/host-chains.ts';
import { HostGroups, type KnownGroup, knownGroup } from './judging/host-groups.ts';
import { RowJudge } from './judging/judge-rows.ts';
import { SiteJudge } from './judging/site-judge.ts';
import type { DocumentFacts, FindingData, GroupMember, GroupRule, Rule } from './rule.ts';

export interface JudgeRequest {
  readonly table: Table;
  readonly rules: readonly Rule[];
  readonly now: EpochSeconds;
  /** Where current rows stand; without it they stand in the order of their numbers. */
  readonly positions?: Positions;
}

/** Rows worked on between two yields. */
const SLICE = 1 << 15;
const NO_ROWS = new Uint32Array(0);

/**
 * Judges the rows of a table by rules, and keeps that up to date. Only rows that are current count: those that
 * `judgeArrived` meets, later those that `replace` says.
 */
export class Judge {
  readonly findings: Findings;
  readonly #table: Table;
  readonly #rules: readonly Rule[];
  readonly #bits: FindingBits;
  readonly #rows: RowJudge;
  readonly #groups: GroupJudge;
  readonly #sites: SiteJudge;
  #now: EpochSeconds;
  #judged = 0;
  /** 1 for a current row. */
  #current = new Uint8Array(0);
  /** The entries by host; absent when lines have changed since it was made. */
  #chains: HostChains | undefined;
  /** The groups that were asked for last; absent when lines have changed since. */
  #known: HostGroups | undefined;

  constructor({ table, rules, now, positions }: JudgeRequest) {
    this.#table = table;
    this.#rules = rules;
    this.#now = now;
    this.#bits = new FindingBits(rules);
    this.findings = this.#bits;
    this.#rows = new RowJudge(table, this.#bits);
    this.#groups = new GroupJudge(table, this.#bits, positions);
    this.#sites = new SiteJudge(table, this.#bits);
  }

  /** Says where current rows stand from now on: rows no longer stand in the order of their numbers. */
  usePositions(positions: Positions): void {
    this.#known = undefined;
    this.#groups.positions = positions;
  }

  /** Judges the rows that were added since the last call, groups and sites apart: they become current. */
  judgeArrived(): void {
    const from = this.#judged;
    this.#judgeNew(this.#table.count);
    this.#current.fill(1, from, this.#judged);
    this.#bits.addRows(from, this.#judged);
    this.#chains = undefined;
  }

  /** Judges all groups and sites: once when the file is read, and again when the lines changed their order. */
  *judgeTogether(): Generator<Progress, void> {
    this.#chains = undefined;
    const chains = yield* chainByHost(this.#table, this.#current);
    yield { done: 0, total: this.#table.count };
    this.#sites.recount(chains);
    yield { done: 0, total: this.#table.count };
    yield* this.#sites.judge(this.#current, NO_ROWS);
    yield* this.#groups.judge(chains);
  }

  /** Some rows are no longer current, others are now. Groups and sites of both are judged again. */
  *replace(retired: Uint32Array, current: Uint32Array): Generator<Progress, void> {
    this.#chains = undefined;
    const { count } = this.#table;
    while (this.#judged < count) {
      this.#judgeNew(Math.min(count, this.#judged + SLICE));
      if (this.#judged < count) yield { done: this.#judged, total: count };
    }
    const touched = new Uint8Array(this.#table.hosts.count);
    const total = retired.length + current.length;
    for (let at = 0; at < retired.length; at++) {
      this.#retire(retired[at] as number, touched);
      if (at % SLICE === SLICE - 1) yield { done: at, total };
    }
    for (let at = 0; at < current.length; at++) {
      this.#restore(current[at] as number, touched);
      if (at % SLICE === SLICE - 1) yield { done: retired.length + at, total };
    }
    yield* this.#sites.judge(this.#current, current);
    if (total > 0) yield* this.#groups.judge(yield* chainByHost(this.#table, this.#current, touched));
  }

  /** Moves the clock: only time rules are judged again. */
  *setNow(now: EpochSeconds): Generator<Progress, void> {
    this.#now = now;
    const total = this.#judged;
    for (let from = 0; from < total; from += SLICE) {
      const to = Math.min(from + SLICE, total);
      this.#rows.judgeTimeAgain({ from, to, now, current: this.#current });
      yield { done: to, total };
    }
  }

  isCurrent(row: number): boolean {
    return this.#current[row] === 1;
  }

  /** The data of one finding of a row. */
  explain(rule: number, row: number): FindingData {
    const one = this.#rules[rule];
    switch (one?.scope) {
      case 'host':
      case 'row':
      case 'unparsed':
      case 'comment':
        return one.explain?.(this.#table, row) ?? {};
      case 'time':
        return one.explain?.(this.#table, row, this.#now) ?? {};
      case 'group':
        return this.#explainInGroup(rule, one, row);
      case 'site': {
        const { entries, bytes } = this.#sites.totals(
          this.#table.hosts.site(this.#table.columns.host[row] ?? 0),
        );
        return one.explain?.(entries, bytes) ?? {};
      }
      case 'document':
      case undefined:
        return {};
    }
  }

  /** The current entries that share a row's canonical host and name, itself included, in document order. */
  group(row: number): readonly GroupMember[] {
    return this.#groupOf(row).members;
  }

  #explainInGroup(place: number, rule: GroupRule, row: number): FindingData {
    const group = this.#groupOf(row);
    const member = group.members[this.#known?.placeOf(row) ?? 0];
    let explain = group.explained.get(place);
    if (explain === undefined)
      group.explained.set(place, (explain = rule.explain?.(group.members) ?? (() => ({}))));
    return member === undefined ? {} : explain(member);
  }

  /** The group of a row. Those of one host are remembered, because findings are mostly listed host by host. */
  #groupOf(row: number): KnownGroup {
    const host = this.#table.hosts.canonical(this.#table.columns.host[row] ?? 0);
    if (this.#chains === undefined) this.#known = undefined;
    const chains = (this.#chains ??= finish(chainByHost(this.#table, this.#current)));
    this.#known ??= new HostGroups(this.#table.count);
    this.#known.turnTo(host, () => this.#groups.membersOf(host, chains));
    return this.#known.groupOf(row) ?? knownGroup([this.#groups.memberOf(row, host)]);
  }

  /** The document rules that find something, by their place among the rules, with their data. */
  judgeDocument(facts: DocumentFacts): readonly { readonly rule: number; readonly data: FindingData }[] {
    return this.#rules.flatMap((one, rule) => {
      const data = one.scope === 'document' ? one.check(facts) : undefined;
      return data === undefined ? [] : [{ rule, data }];
    });
  }

  /** Judges the rows before `to` that no call has seen yet; they are not current. */
  #judgeNew(to: number): void {
    if (to > this.#current.length) {
      // As much as the table has: memory that is not touched costs nothing.
      const grown = new Uint8Array(this.#table.columns.flags.length);
      grown.set(this.#current);
      this.#current = grown;
      this.#bits.reserve(grown.length);
    }
    this.#rows.judge(this.#judged, to, this.#now);
    this.#judged = to;
  }

  #retire(row: number, touched: Uint8Array): void {
    if (this.#current[row] !== 1) return;
    this.#sites.count(row, -1);
    this.#groups.clearRow(row);
    this.#bits.addRow(row, -1);
    this.#current[row] = 0;
    this.#touch(row, touched);
  }

  #restore(row: number, touched: Uint8Array): void {
    if (this.#current[row] === 1) return;
    this.#current[row] = 1;
    this.#bits.addRow(row, 1);
    this.#sites.count(row, 1);
    this.#touch(row, touched);
  }

  /** Notes that the groups of a row's host are to be judged again. */
  #touch(row: number, touched: Uint8Array): void {
    const { hosts, columns } = this.#table;
    const host = columns.host[row] ?? NO_HOST;
    if (host !== NO_HOST) touched[hosts.canonical(host)] = 1;
  }
}
