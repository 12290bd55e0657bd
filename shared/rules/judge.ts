import type { EpochSeconds } from '../cookie/cookie.ts';
import type { Progress } from '../table/progress.ts';
import type { Table } from '../table/table.ts';
import type { Findings } from './findings.ts';
import type { DocumentFacts, FindingData, GroupMember, Rule } from './rule.ts';

export interface JudgeRequest {
  readonly table: Table;
  readonly rules: readonly Rule[];
  readonly now: EpochSeconds;
  /** The place of a current row in the document; without it rows stand in the order of their numbers. */
  readonly position?: (row: number) => number;
}

/**
 * Judges the rows of a table by rules, and keeps that up to date. Only rows that are current count: those of the file
 * at first, later those that `replace` says.
 */
export class Judge {
  readonly findings: Findings;

  constructor(_request: JudgeRequest) {
    throw new Error('pending');
  }

  /** Judges the rows that the scanner has added since the last call, groups and sites apart: they become current. */
  judgeArrived(): void {
    throw new Error('pending');
  }

  /** Judges what needs all rows: groups and sites. Call it once when the file is read. */
  judgeTogether(): Generator<Progress, void> {
    throw new Error('pending');
  }

  /** Some rows are no longer current, others are now. Rows in both are left alone. */
  replace(_retired: Uint32Array, _current: Uint32Array): Generator<Progress, void> {
    throw new Error('pending');
  }

  /** Moves the clock: only time rules are judged again. */
  setNow(_now: EpochSeconds): Generator<Progress, void> {
    throw new Error('pending');
  }

  isCurrent(_row: number): boolean {
    throw new Error('pending');
  }

  /** The data of one finding of a row. */
  explain(_rule: number, _row: number): FindingData {
    throw new Error('pending');
  }

  /** The current entries that share a row's canonical host and name, itself included, in document order. */
  group(_row: number): readonly GroupMember[] {
    throw new Error('pending');
  }

  /** The document rules that find something, by their place among the rules, with their data. */
  judgeDocument(_facts: DocumentFacts): readonly { readonly rule: number; readonly data: FindingData }[] {
    throw new Error('pending');
  }
}
