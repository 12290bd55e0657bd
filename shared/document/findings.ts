import type { FindingData, Rule, Severity } from '../rules/rule.ts';
import type { CookieDocument } from './cookie-document.ts';

/** A finding with its text (`Finding` of the API). */
export interface DocumentFinding {
  rule: string;
  severity: Severity;
  line?: number;
  id?: number;
  field: string;
  data: FindingData;
  title: string;
  message: string;
  fixable: boolean;
}

/** One rule that found something, and how often. */
export interface RuleCount {
  readonly rule: Rule;
  readonly count: number;
}

/** Every rule that found something, worst first. */
export function findingsSummary(_document: CookieDocument): RuleCount[] {
  throw new Error('pending');
}

/** How many findings of each severity there are. */
export function findingsBySeverity(_document: CookieDocument): Record<Severity, number> {
  throw new Error('pending');
}

/** A window `[from, to)` of one rule's findings in document order, and how many there are. */
export function findingsOfRule(
  _document: CookieDocument,
  _rule: string,
  _from: number,
  _to: number,
): { total: number; findings: DocumentFinding[] } {
  throw new Error('pending');
}

/** All findings of one line, worst first. */
export function findingsOfLine(_document: CookieDocument, _id: number): DocumentFinding[] {
  throw new Error('pending');
}

/** The findings that are about the document as a whole. */
export function documentFindings(_document: CookieDocument): DocumentFinding[] {
  throw new Error('pending');
}
