import { KIND_MASK, Kind } from '../../table/columns.ts';
import type { Progress } from '../../table/progress.ts';
import type { Table } from '../../table/table.ts';
import type { SiteRule } from '../rule.ts';
import type { FindingBits } from './finding-bits.ts';
import { pairLength } from './host-chains.ts';
import type { HostChains } from './host-chains.ts';

interface PlacedRule {
  readonly rule: SiteRule;
  readonly word: number;
  readonly bit: number;
}

/** Rows looked at between two yields. */
const SLICE = 1 << 15;
const NO_SITE = 0xffffffff;
/** `=`, `;` and a blank. */
const PUNCTUATION = 3;

/** Counts the current entries of each registrable domain and reports on all of them. */
export class SiteJudge {
  readonly #table: Table;
  readonly #bits: FindingBits;
  readonly #rules: readonly PlacedRule[];
  #entries = new Uint32Array(0);
  /** At most what a file has, so 32 bits do. */
  #bytes = new Uint32Array(0);
  /** By site: a bit for each of `#rules` that reports on it. */
  #verdicts = new Uint32Array(0);
  readonly #keys = new Uint32Array(SLICE);
  readonly #mask: Int32Array;
  /** The words of each verdict that came up. */
  readonly #known: Int32Array[] = [];

  constructor(table: Table, bits: FindingBits) {
    this.#table = table;
    this.#bits = bits;
    this.#rules = bits.rules.flatMap((rule, at) =>
      rule.scope === 'site' ? [{ rule, ...bits.place(at) }] : [],
    );
    this.#mask = Int32Array.from(bits.maskOf((rule) => rule.scope === 'site'));
  }

  /** How many current entries a site has, and what they add to a request header. */
  totals(site: number): { readonly entries: number; readonly bytes: number } {
    return { entries: this.#entries[site] ?? 0, bytes: this.#bytes[site] ?? 0 };
  }

  /** Counts all current entries afresh. */
  recount({ from, bytes }: HostChains): void {
    this.#reserve();
    this.#entries.fill(0);
    this.#bytes.fill(0);
    const { site } = this.#table.hosts.facts();
    for (let host = 0; host < from.length - 2; host++) {
      const end = from[host + 1] as number;
      const begin = from[host] as number;
      if (begin === end) continue;
      const key = site[host] as number;
      this.#entries[key] = (this.#entries[key] as number) + end - begin;
      this.#bytes[key] = (this.#bytes[key] as number) + (bytes[host] as number) + (end - begin) * PUNCTUATION;
    }
  }

  /** Counts a row in or out, which is left without site findings; nothing when it is not an entry. */
  count(row: number, times: 1 | -1): void {
    const { host, flags } = this.#table.columns;
    if (((flags[row] as number) & KIND_MASK) !== Kind.entry) return;
    const site = this.#table.hosts.site(host[row] as number);
    if (site >= this.#entries.length) this.#reserve();
    this.#entries[site] = (this.#entries[site] as number) + times;
    this.#bytes[site] = (this.#bytes[site] as number) + times * (pairLength(this.#table, row) + PUNCTUATION);
    for (const { word, bit } of this.#rules) {
      const column = this.#bits.words[word] as Uint32Array;
      const found = column[row] as number;
      if ((found & bit) === 0) continue;
      if (times === -1) this.#bits.add(word, bit, -1);
      column[row] = found & ~bit;
    }
  }

  /** Reports on rows that became current since the last call, and on all rows of sites that are judged otherwise now. */
  *judge(current: Uint8Array, fresh: Uint32Array): Generator<Progress, void> {
    this.#reserve();
    const changed = this.#judgeSites();
    const total = this.#table.count;
    for (let at = 0; at < fresh.length; at++) {
      this.#report(fresh[at] as number);
      if (at % SLICE === SLICE - 1) yield { done: at, total: fresh.length };
    }
    yield { done: 0, total };
    for (let from = 0; changed !== undefined && from < total; from += SLICE) {
      const to = Math.min(from + SLICE, total);
      this.#reportRange({ from, to, current, changed });
      yield { done: to, total };
    }
  }

  /** Judges every site; a 1 for those that changed, nothing when none did. */
  #judgeSites(): Uint8Array | undefined {
    let changed: Uint8Array | undefined;
    for (let site = 0; site < this.#entries.length; site++) {
      const entries = this.#entries[site] as number;
      let verdict = 0;
      for (let at = 0; entries > 0 && at < this.#rules.length; at++) {
        if (this.#rules[at]?.rule.check(entries, this.#bytes[site] as number) === true) verdict |= 1 << at;
      }
      if (verdict === this.#verdicts[site]) continue;
      this.#verdicts[site] = verdict;
      changed ??= new Uint8Array(this.#entries.length);
      changed[site] = 1;
    }
    return changed;
  }

  #reportRange(range: { from: number; to: number; current: Uint8Array; changed: Uint8Array }): void {
    const { from, to, current, changed } = range;
    const { host, flags } = this.#table.columns;
    const { site } = this.#table.hosts.facts();
    const verdicts = this.#verdicts;
    const keys = this.#keys;
    // Apart from all else, so that the cache misses overlap.
    for (let row = from; row < to; row++) {
      const counts = current[row] === 1 && ((flags[row] as number) & KIND_MASK) === Kind.entry;
      keys[row - from] = counts ? (site[host[row] as number] as number) : NO_SITE;
    }
    for (let row = from; row < to; row++) {
      const key = keys[row - from] as number;
      if (key !== NO_SITE && changed[key] === 1) this.#set(row, verdicts[key] as number);
    }
  }

  #report(row: number): void {
    const { host, flags } = this.#table.columns;
    if (((flags[row] as number) & KIND_MASK) !== Kind.entry) return;
    this.#set(row, this.#verdicts[this.#table.hosts.site(host[row] as number)] as number);
  }

  /** Sets the bits of a current row by the verdict of its site, and counts the difference. */
  #set(row: number, verdict: number): void {
    const { words } = this.#bits;
    const wanted = this.#wordsOf(verdict);
    for (let word = 0; word < wanted.length; word++) {
      const mask = this.#mask[word] as number;
      if (mask === 0) continue;
      const column = words[word] as Uint32Array;
      const found = column[row] as number;
      const before = found & mask;
      const after = wanted[word] as number;
      if (before === after) continue;
      column[row] = (found & ~mask) | after;
      this.#bits.add(word, before & ~after, -1);
      this.#bits.add(word, after & ~before, 1);
    }
  }

  /** The bits of a verdict, word after word. There are few verdicts. */
  #wordsOf(verdict: number): Int32Array {
    return (this.#known[verdict] ??= this.#workOut(verdict));
  }

  #workOut(verdict: number): Int32Array {
    const words = new Int32Array(this.#bits.words.length);
    this.#rules.forEach(({ word, bit }, at) => {
      if ((verdict & (1 << at)) !== 0) words[word] = (words[word] ?? 0) | bit;
    });
    return words;
  }

  #reserve(): void {
    const sites = this.#table.hosts.siteCount;
    if (sites <= this.#entries.length) return;
    const room = Math.max(sites, this.#entries.length + (this.#entries.length >> 1));
    const entries = new Uint32Array(room);
    const bytes = new Uint32Array(room);
    const verdicts = new Uint32Array(room);
    entries.set(this.#entries);
    bytes.set(this.#bytes);
    verdicts.set(this.#verdicts);
    this.#entries = entries;
    this.#bytes = bytes;
    this.#verdicts = verdicts;
  }
}
