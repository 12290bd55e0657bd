import type { Rule } from './rule.ts';

/** What the rules found: a bit a rule and row, and how often among the rows that are current. A rule is known by its place. */
export interface Findings {
  readonly rules: readonly Rule[];
  /** -1 for an id that is no rule. */
  indexOf(ruleId: string): number;
  has(row: number, rule: number): boolean;
  /** The rules that report on a row, in the order of the rules; document rules apart. */
  rulesOf(row: number): number[];
  /** How many current rows the rule reports on. */
  count(rule: number): number;
  /** The worst severity of a row as its place in `SEVERITIES`; `SEVERITIES.length` when there is none. Rules switched off do not count. */
  severity(row: number): number;
  /** Of a row, switched-off rules apart. */
  countOf(row: number): number;
  /** Is the rule shown? All are but those that are off by default. */
  shown(rule: number): boolean;
  setShown(rule: number, shown: boolean): void;
  /** Takes a finding of a current row away, as if the rule had not made it; false where there is none. */
  hide(row: number, rule: number): boolean;
  /** Puts back what was taken away from a current row. */
  unhide(row: number, rule: number): void;
  /** For scans: the rule's findings are `words[word][row] & bit`. Growth replaces the arrays: fetch them again after every append. */
  readonly words: readonly Uint32Array[];
  place(rule: number): { readonly word: number; readonly bit: number };
}
