import type { Table } from '../../table/table.ts';
import type { FindingBits } from './finding-bits.ts';
import type { RowRule } from '../rule.ts';

/** What rows of certain traits and flags have: findings at once, and rules that must look closer. */
interface Verdict {
  readonly found: readonly { readonly word: number; readonly bits: number }[];
  readonly closer: readonly {
    readonly check: NonNullable<RowRule['check']>;
    readonly word: number;
    readonly bit: number;
  }[];
}

const NEAR_BITS = 9;
const NEAR = 1 << NEAR_BITS;

/**
 * The row rules by what they look at. Rows have few different sets of traits, so that each set is worked out once and
 * looked up from then on. Watched by `test/bench` (open).
 */
export class TraitVerdicts {
  readonly #table: Table;
  readonly #bits: FindingBits;
  readonly #rules: readonly { readonly rule: RowRule; readonly at: number }[];
  /** The flags that some rule looks at. */
  readonly #flags: number;
  readonly #known = new Map<number, Verdict[]>();
  /** A few hundred verdicts at hand, each where its traits and flags are hashed to. */
  readonly #nearTraits = new Int32Array(NEAR);
  readonly #nearFlags = new Int32Array(NEAR).fill(-1);
  readonly #near: Verdict[] = [];
  /** The traits that some rule looks at. */
  readonly looked: number;

  constructor(table: Table, bits: FindingBits) {
    this.#table = table;
    this.#bits = bits;
    this.#rules = bits.rules.flatMap((rule, at) => (rule.scope === 'row' ? [{ rule, at }] : []));
    this.looked = this.#rules.reduce((all, { rule }) => all | rule.traits, 0);
    this.#flags = this.#rules.reduce(
      (all, { rule }) => all | (rule.flags ?? 0) | (rule.withoutFlags ?? 0),
      0,
    );
  }

  /** Sets the bits of a row with these traits, of which some rule looks at one at least. */
  report(words: readonly Uint32Array[], row: number, trait: number, flags: number): void {
    const verdict = this.#verdict(trait, flags & this.#flags);
    for (const { word, bits } of verdict.found) {
      const column = words[word] as Uint32Array;
      column[row] = (column[row] as number) | bits;
    }
    for (const { check, word, bit } of verdict.closer) {
      if (!check(this.#table, row)) continue;
      const column = words[word] as Uint32Array;
      column[row] = (column[row] as number) | bit;
    }
  }

  #verdict(trait: number, flags: number): Verdict {
    const place = (Math.imul(trait, 0x9e3779b1) >>> (32 - NEAR_BITS)) ^ (flags >>> 2);
    if (this.#nearTraits[place] === trait && this.#nearFlags[place] === flags)
      return this.#near[place] as Verdict;
    let known = this.#known.get(trait);
    if (known === undefined) this.#known.set(trait, (known = []));
    const verdict = (known[flags] ??= this.#workOut(trait, flags));
    this.#nearTraits[place] = trait;
    this.#nearFlags[place] = flags;
    this.#near[place] = verdict;
    return verdict;
  }

  #workOut(trait: number, flags: number): Verdict {
    const concerned = this.#rules.filter(({ rule }) => (rule.traits & trait) !== 0 && flagsFit(rule, flags));
    const closer = concerned.flatMap(({ rule, at }) =>
      rule.check === undefined ? [] : [{ check: rule.check, ...this.#bits.place(at) }],
    );
    const plain = new Set(
      concerned.filter(({ rule }) => rule.check === undefined).map(({ rule }) => rule.id),
    );
    const found = Array.from(
      this.#bits.maskOf(({ id }) => plain.has(id)),
      (bits, word) => ({ word, bits }),
    );
    return { found: found.filter(({ bits }) => bits !== 0), closer };
  }
}

/** Has a row with these flags one of those that the rule wants, and none of those that it does not? */
export function flagsFit(
  rule: { readonly flags?: number; readonly withoutFlags?: number },
  flags: number,
): boolean {
  if (rule.withoutFlags !== undefined && (flags & rule.withoutFlags) !== 0) return false;
  return rule.flags === undefined || (flags & rule.flags) !== 0;
}
