import type { Findings } from '../findings.ts';
import type { Rule } from '../rule.ts';
import { SEVERITIES } from '../rule.ts';

/** Findings as bits: document rules have none, all others one each, `words[word][row] & bit`. */
export class FindingBits implements Findings {
  readonly rules: readonly Rule[];
  readonly #places: readonly { readonly word: number; readonly bit: number }[];
  readonly #byId: ReadonlyMap<string, number>;
  /** The rule of each bit, word after word. */
  readonly #ruleOf: readonly number[];
  readonly #counts: Float64Array;
  readonly #shown: Uint8Array;
  #words: Uint32Array<ArrayBuffer>[];
  /** For each severity the bits of its rules that are shown, word after word. */
  #bySeverity: readonly Uint32Array[] = [];

  constructor(rules: readonly Rule[]) {
    this.rules = rules;
    const ruleOf: number[] = [];
    this.#places = rules.map((rule, at) => {
      if (rule.scope === 'document') return { word: 0, bit: 0 };
      const place = { word: ruleOf.length >> 5, bit: (1 << (ruleOf.length & 31)) >>> 0 };
      ruleOf.push(at);
      return place;
    });
    this.#ruleOf = ruleOf;
    this.#byId = new Map(rules.map((rule, at) => [rule.id, at]));
    this.#counts = new Float64Array(rules.length);
    this.#shown = Uint8Array.from(rules, (rule) => (rule.offByDefault === true ? 0 : 1));
    this.#words = Array.from({ length: Math.max(1, (ruleOf.length + 31) >> 5) }, () => new Uint32Array(0));
    this.#sortBySeverity();
  }

  get words(): readonly Uint32Array<ArrayBuffer>[] {
    return this.#words;
  }

  /** The rule of a bit. */
  ruleOf(word: number, bit: number): number {
    return this.#ruleOf[word * 32 + bit] ?? -1;
  }

  place(rule: number): { readonly word: number; readonly bit: number } {
    return this.#places[rule] ?? { word: 0, bit: 0 };
  }

  /** The bits of all rules that `wanted` says yes to, word after word. */
  maskOf(wanted: (rule: Rule) => boolean): Uint32Array {
    const mask = new Uint32Array(this.#words.length);
    this.rules.forEach((rule, at) => {
      const { word, bit } = this.place(at);
      if (rule.scope !== 'document' && wanted(rule)) mask[word] = (mask[word] ?? 0) | bit;
    });
    return mask;
  }

  /** Makes room for so many rows. */
  reserve(rows: number): void {
    const [first] = this.#words;
    if (first === undefined || rows <= first.length) return;
    this.#words = this.#words.map((old) => {
      const grown = new Uint32Array(rows);
      grown.set(old);
      return grown;
    });
  }

  /** Counts the findings in one word of a row, or takes them off the count. */
  add(word: number, bits: number, times: 1 | -1): void {
    for (let left = bits; left !== 0; left &= left - 1) {
      const rule = this.#ruleOf[word * 32 + 31 - Math.clz32(left & -left)] as number;
      this.#counts[rule] = (this.#counts[rule] as number) + times;
    }
  }

  /** Counts all findings of rows `[from, to)`. */
  addRows(from: number, to: number): void {
    this.#words.forEach((column, word) => {
      for (let row = from; row < to; row++) {
        const bits = column[row] as number;
        if (bits !== 0) this.add(word, bits, 1);
      }
    });
  }

  /** Counts all findings of a row, or takes them off the count. */
  addRow(row: number, times: 1 | -1): void {
    for (let word = 0; word < this.#words.length; word++) {
      const bits = (this.#words[word] as Uint32Array)[row] as number;
      if (bits !== 0) this.add(word, bits, times);
    }
  }

  indexOf(ruleId: string): number {
    return this.#byId.get(ruleId) ?? -1;
  }

  has(row: number, rule: number): boolean {
    const { word, bit } = this.place(rule);
    return ((this.#words[word]?.[row] ?? 0) & bit) !== 0;
  }

  rulesOf(row: number): number[] {
    const found: number[] = [];
    this.#words.forEach((column, word) => {
      for (let left = column[row] ?? 0; left !== 0; left &= left - 1) {
        found.push(this.ruleOf(word, 31 - Math.clz32(left & -left)));
      }
    });
    return found;
  }

  count(rule: number): number {
    return this.#counts[rule] ?? 0;
  }

  severity(row: number): number {
    for (let severity = 0; severity < SEVERITIES.length; severity++) {
      const mask = this.#bySeverity[severity] as Uint32Array;
      for (let word = 0; word < mask.length; word++) {
        if ((((this.#words[word] as Uint32Array)[row] as number) & (mask[word] as number)) !== 0)
          return severity;
      }
    }
    return SEVERITIES.length;
  }

  countOf(row: number): number {
    return this.rulesOf(row).filter((rule) => this.shown(rule)).length;
  }

  shown(rule: number): boolean {
    return this.#shown[rule] === 1;
  }

  setShown(rule: number, shown: boolean): void {
    this.#shown[rule] = shown ? 1 : 0;
    this.#sortBySeverity();
  }

  hide(row: number, rule: number): boolean {
    const { word, bit } = this.place(rule);
    const column = this.#words[word];
    if (column === undefined || ((column[row] ?? 0) & bit) === 0) return false;
    column[row] = ((column[row] ?? 0) & ~bit) >>> 0;
    this.add(word, bit, -1);
    return true;
  }

  unhide(row: number, rule: number): void {
    const { word, bit } = this.place(rule);
    const column = this.#words[word];
    if (column === undefined || this.has(row, rule)) return;
    column[row] = ((column[row] ?? 0) | bit) >>> 0;
    this.add(word, bit, 1);
  }

  #sortBySeverity(): void {
    this.#bySeverity = SEVERITIES.map((severity) =>
      this.maskOf((rule) => rule.severity === severity && this.shown(this.indexOf(rule.id))),
    );
  }
}
