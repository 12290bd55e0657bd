import type { Table } from '../../table/table.ts';
import type { FindingBits } from './finding-bits.ts';
import type { HostRule } from '../rule.ts';
import { flagsFit } from './trait-verdicts.ts';

interface PlacedRule {
  readonly rule: HostRule;
  readonly word: number;
  readonly bit: number;
}

/** The host rules, judged once for each distinct host. A verdict is a set of rules by its number; 0 is the empty one. */
export class HostVerdicts {
  readonly #table: Table;
  readonly #rules: readonly PlacedRule[];
  readonly #looked: number;
  readonly #sets: (readonly PlacedRule[])[] = [[]];
  readonly #setNumbers = new Map<string, number>([['', 0]]);
  #verdicts = new Uint16Array(1 << 10);
  #judged = 0;

  constructor(table: Table, bits: FindingBits) {
    this.#table = table;
    this.#rules = bits.rules.flatMap((rule, at) =>
      rule.scope === 'host' ? [{ rule, ...bits.place(at) }] : [],
    );
    this.#looked = this.#rules.reduce((all, { rule }) => all | rule.traits, 0);
  }

  /** The verdict of every host there is by now, by its number. */
  upToDate(): Uint16Array {
    const { hosts } = this.#table;
    const { traits } = hosts.facts();
    if (hosts.count > this.#verdicts.length) {
      const grown = new Uint16Array(Math.max(hosts.count, this.#verdicts.length * 2));
      grown.set(this.#verdicts);
      this.#verdicts = grown;
    }
    for (; this.#judged < hosts.count; this.#judged++) {
      const trait = traits[this.#judged] as number;
      if ((trait & this.#looked) !== 0) this.#verdicts[this.#judged] = this.#judge(this.#judged, trait);
    }
    return this.#verdicts;
  }

  /** Sets the bits of a row whose host has this verdict. */
  report(words: readonly Uint32Array[], row: number, verdict: number, flags: number): void {
    for (const { rule, word, bit } of this.#sets[verdict] ?? []) {
      if (!flagsFit(rule, flags)) continue;
      const column = words[word] as Uint32Array;
      column[row] = (column[row] as number) | bit;
    }
  }

  #judge(host: number, trait: number): number {
    const text = this.#table.hosts.text(host);
    const set = this.#rules.filter(
      ({ rule }) => (rule.traits & trait) !== 0 && (rule.check === undefined || rule.check(text, trait)),
    );
    const key = set.map(({ rule }) => rule.id).join(' ');
    let number = this.#setNumbers.get(key);
    if (number === undefined) {
      number = this.#sets.push(set) - 1;
      this.#setNumbers.set(key, number);
    }
    return number;
  }
}
