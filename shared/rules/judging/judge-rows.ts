import type { EpochSeconds } from '../../cookie/cookie.ts';
import { KIND_MASK, Kind } from '../../table/columns.ts';
import type { Table } from '../../table/table.ts';
import type { FindingBits } from './finding-bits.ts';
import { HostVerdicts } from './host-verdicts.ts';
import type { CommentRule, TimeRule, UnparsedRule } from '../rule.ts';
import { TraitVerdicts } from './trait-verdicts.ts';

interface Placed<Kept> {
  readonly rule: Kept;
  readonly word: number;
  readonly bit: number;
}

const BATCH = 1 << 12;

/** Rows to be judged by a new clock; a 1 in `current` for those that count. */
interface TimeRange {
  readonly from: number;
  readonly to: number;
  readonly now: EpochSeconds;
  readonly current: Uint8Array;
}

/**
 * Judges rows one by one: by their host, their traits, their expiry, or as lines kept verbatim. What it finds in a row stays true
 * for good, the clock apart, because rows never change. It relies on: the words of a row not judged yet are 0.
 * Watched by `test/bench` (open).
 */
export class RowJudge {
  readonly #table: Table;
  readonly #bits: FindingBits;
  readonly #hosts: HostVerdicts;
  readonly #traits: TraitVerdicts;
  readonly #time: readonly Placed<TimeRule>[];
  readonly #unparsed: readonly Placed<UnparsedRule>[];
  readonly #comment: readonly Placed<CommentRule>[];
  readonly #timeMask: Uint32Array;
  readonly #oddHosts = new Uint8Array(BATCH);

  constructor(table: Table, bits: FindingBits) {
    this.#table = table;
    this.#bits = bits;
    this.#hosts = new HostVerdicts(table, bits);
    this.#traits = new TraitVerdicts(table, bits);
    const placed = bits.rules.map((rule, at) => ({ rule, ...bits.place(at) }));
    this.#time = placed.filter((one): one is Placed<TimeRule> => one.rule.scope === 'time');
    this.#unparsed = placed.filter((one): one is Placed<UnparsedRule> => one.rule.scope === 'unparsed');
    this.#comment = placed.filter((one): one is Placed<CommentRule> => one.rule.scope === 'comment');
    this.#timeMask = bits.maskOf((rule) => rule.scope === 'time');
  }

  /** Judges rows `[from, to)` for the first time; counts nothing. */
  judge(from: number, to: number, now: EpochSeconds): void {
    for (let begin = from; begin < to; begin += BATCH) this.#judgeBatch(begin, Math.min(begin + BATCH, to));
    this.#judgeTime(from, to, now);
  }

  #judgeBatch(from: number, to: number): void {
    const { host, flags, traits } = this.#table.columns;
    const { words } = this.#bits;
    const hosts = this.#hosts.upToDate();
    const { odd } = this.#table.hosts.facts();
    const looked = this.#traits.looked;
    const oddHosts = this.#oddHosts;
    // Apart from all else, so that the cache misses overlap. Rows that are no entries have no host.
    for (let row = from; row < to; row++) {
      const isEntry = ((flags[row] as number) & KIND_MASK) === Kind.entry;
      oddHosts[row - from] = isEntry ? (odd[host[row] as number] as number) : 0;
    }
    for (let row = from; row < to; row++) {
      const flag = flags[row] as number;
      if ((flag & KIND_MASK) !== Kind.entry) {
        this.#judgeOther(row, flag & KIND_MASK);
        continue;
      }
      const trait = (traits[row] as number) & looked;
      if (trait !== 0) this.#traits.report(words, row, trait, flag);
      if (oddHosts[row - from] !== 0)
        this.#hosts.report(words, row, hosts[host[row] as number] as number, flag);
    }
  }

  /** Judges rows `[from, to)` by the clock again; those that are current are counted anew. */
  judgeTimeAgain(range: TimeRange): void {
    const { from, to, now } = range;
    this.#countTime(range, -1);
    this.#judgeTime(from, to, now);
    this.#countTime(range, 1);
  }

  /** Counts the time findings of current rows in, or takes those of all rows away and off the counts. */
  #countTime({ from, to, current }: TimeRange, times: 1 | -1): void {
    this.#timeMask.forEach((mask, word) => {
      const column = this.#bits.words[word] as Uint32Array;
      for (let row = from; mask !== 0 && row < to; row++) {
        const found = (column[row] as number) & mask;
        if (found === 0) continue;
        if (current[row] === 1) this.#bits.add(word, found, times);
        if (times === -1) column[row] = (column[row] as number) & ~mask;
      }
    });
  }

  #judgeTime(from: number, to: number, now: EpochSeconds): void {
    const { expiry, flags } = this.#table.columns;
    const { words } = this.#bits;
    for (let row = from; row < to; row++) {
      if (((flags[row] as number) & KIND_MASK) !== Kind.entry) continue;
      const seconds = expiry[row] as number;
      for (const { rule, word, bit } of this.#time) {
        if (!rule.check(seconds, now)) continue;
        const column = words[word] as Uint32Array;
        column[row] = (column[row] as number) | bit;
      }
    }
  }

  #judgeOther(row: number, kind: number): void {
    const { words } = this.#bits;
    const report = ({ word, bit }: Placed<unknown>): void => {
      const column = words[word] as Uint32Array;
      column[row] = (column[row] as number) | bit;
    };
    if (kind === Kind.unparsed) {
      const reason = this.#table.reason(row);
      for (const placed of this.#unparsed) if (placed.rule.check(reason, this.#table, row)) report(placed);
    } else if (kind === Kind.comment) {
      for (const placed of this.#comment) if (placed.rule.check(this.#table, row)) report(placed);
    }
  }
}
