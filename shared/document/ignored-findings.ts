import type { Findings } from '../rules/findings.ts';
import type { Rule } from '../rules/rule.ts';
import type { Progress } from '../table/progress.ts';
import { ABSENT } from './change.ts';
import type { Lines } from './lines.ts';

/** A rule of which a person does not want to hear, everywhere or on some lines. */
export interface IgnoredRule {
  readonly rule: Rule;
  readonly everywhere: boolean;
  readonly places: number;
}

/** What of the judgement a person does not want to hear: whole rules, and single findings of a line, whatever is edited in it. */
export class IgnoredFindings {
  readonly #findings: Findings;
  readonly #lines: Pick<Lines, 'row'>;
  /** By rule, the lines on which it is ignored. */
  readonly #here = new Map<number, Set<number>>();
  /** By rule, the rows from which its finding was taken. */
  readonly #hidden = new Map<number, Set<number>>();

  constructor(findings: Findings, lines: Pick<Lines, 'row'>) {
    this.#findings = findings;
    this.#lines = lines;
  }

  /** In how many places a rule is ignored. */
  get places(): number {
    let places = 0;
    for (const ids of this.#here.values()) places += ids.size;
    return places;
  }

  /** Every rule that is ignored somewhere. */
  list(): readonly IgnoredRule[] {
    return this.#findings.rules.flatMap((rule, at) => {
      const everywhere = rule.offByDefault !== true && !this.#findings.shown(at);
      const places = this.#here.get(at)?.size ?? 0;
      return everywhere || places > 0 ? [{ rule, everywhere, places }] : [];
    });
  }

  /** Rules that are not shown at all; those that are off by default stay so. */
  setRules(ids: readonly string[]): void {
    for (const [place, rule] of this.#findings.rules.entries()) {
      this.#findings.setShown(place, rule.offByDefault !== true && !ids.includes(rule.id));
    }
  }

  /** Ignores a rule on some lines from now on. */
  ignore(ruleId: string, ids: Iterable<number>): void {
    const rule = this.#findings.indexOf(ruleId);
    if (rule < 0) return;
    const here = this.#here.get(rule) ?? new Set();
    for (const id of ids) here.add(id);
    this.#here.set(rule, here);
    this.#hide(rule, here);
  }

  /** Hears a rule on all lines again. What it says of groups may have changed meanwhile: they must be judged again. */
  heed(ruleId: string): void {
    const rule = this.#findings.indexOf(ruleId);
    const here = this.#here.get(rule) ?? [];
    const hidden = this.#hidden.get(rule);
    for (const id of here) {
      const row = this.#lines.row(id);
      if (row !== ABSENT && hidden?.has(row) === true) this.#findings.unhide(row, rule);
    }
    this.#here.delete(rule);
    this.#hidden.delete(rule);
  }

  /** To be called when lines or the clock were judged again. */
  *afterJudging(): Generator<Progress, void> {
    for (const [rule, ids] of this.#here) {
      this.#hide(rule, ids);
      yield { done: ids.size, total: ids.size };
    }
  }

  #hide(rule: number, ids: ReadonlySet<number>): void {
    const hidden = this.#hidden.get(rule) ?? new Set();
    for (const id of ids) {
      const row = this.#lines.row(id);
      if (row !== ABSENT && this.#findings.hide(row, rule)) hidden.add(row);
    }
    this.#hidden.set(rule, hidden);
  }
}
