import type { Table } from '../../table/table.ts';
import type { FindingBits } from './finding-bits.ts';
import type { RowRule } from '../rule.ts';

/** What rows of certain traits and flags have: findings at once, and rules that must look closer. */
interface Verdict {
  readonly words: Uint32Array;
  readonly closer: readonly {
    readonly check: NonNullable<RowRule['check']>;
    readonly word: number;
    readonly bit: number;
  }[];
}

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
  #lastTrait = 0;
  #last: Verdict[] = [];
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
    for (let word = 0; word < words.length; word++) {
      const found = verdict.words[word] as number;
      if (found === 0) continue;
      const column = words[word] as Uint32Array;
      column[row] = (column[row] as number) | found;
    }
    for (const { check, word, bit } of verdict.closer) {
      if (!check(this.#table, row)) continue;
      const column = words[word] as Uint32Array;
      column[row] = (column[row] as number) | bit;
    }
  }

  #verdict(trait: number, flags: number): Verdict {
    if (trait !== this.#lastTrait) {
      let known = this.#known.get(trait);
      if (known === undefined) this.#known.set(trait, (known = []));
      this.#last = known;
      this.#lastTrait = trait;
    }
    return (this.#last[flags] ??= this.#workOut(trait, flags));
  }

  #workOut(trait: number, flags: number): Verdict {
    const concerned = this.#rules.filter(({ rule }) => (rule.traits & trait) !== 0 && flagsFit(rule, flags));
    const closer = concerned.flatMap(({ rule, at }) =>
      rule.check === undefined ? [] : [{ check: rule.check, ...this.#bits.place(at) }],
    );
    return {
      words: this.#bits.maskOf(
        (rule) =>
          rule.scope === 'row' && rule.check === undefined && concerned.some((one) => one.rule === rule),
      ),
      closer,
    };
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
