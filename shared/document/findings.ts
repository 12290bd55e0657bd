import { SEVERITIES } from '../rules/rule.ts';
import type { FindingData, Rule, Severity } from '../rules/rule.ts';
import { ABSENT } from './change.ts';
import type { CookieDocument } from './cookie-document.ts';
import { isFixable } from './edits/fix-rule.ts';

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

/** Every rule that found something, worst first; rules that are switched off apart. */
export function findingsSummary(document: CookieDocument): RuleCount[] {
  const { findings } = document.judge;
  const counts: RuleCount[] = [];
  for (const [at, rule] of findings.rules.entries()) {
    if (rule.scope === 'document' || !findings.shown(at)) continue;
    const count = findings.count(at);
    if (count > 0) counts.push({ rule, count });
  }
  for (const { rule: at } of document.documentFindings()) {
    const rule = findings.rules[at];
    if (rule !== undefined && findings.shown(at)) counts.push({ rule, count: 1 });
  }
  return counts.sort((left, right) => rank(left.rule) - rank(right.rule) || right.count - left.count);
}

/** How many findings of each severity there are. */
export function findingsBySeverity(document: CookieDocument): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { rule, count } of findingsSummary(document)) counts[rule.severity] += count;
  return counts;
}

/** A window `[from, to)` of one rule's findings in document order, and how many there are. */
export function findingsOfRule(
  document: CookieDocument,
  rule: string,
  from: number,
  to: number,
): { total: number; findings: DocumentFinding[] } {
  const { lines, judge } = document;
  const place = judge.findings.indexOf(rule);
  const known = judge.findings.rules[place];
  if (known === undefined) return { total: 0, findings: [] };
  if (known.scope === 'document') {
    const findings = documentFindings(document).filter((finding) => finding.rule === rule);
    return { total: findings.length, findings: findings.slice(from, to) };
  }
  const total = judge.findings.count(place);
  const { word, bit } = judge.findings.place(place);
  const bits = judge.findings.words[word] ?? new Uint32Array(0);
  const findings: DocumentFinding[] = [];
  const rows = lines.rows();
  let found = 0;
  for (let at = 0; at < rows.length && found < Math.min(to, total); at++) {
    const row = rows[at] ?? 0;
    if (((bits[row] ?? 0) & bit) === 0) continue;
    if (found++ >= from) findings.push(rowFinding(document, place, row));
  }
  return { total, findings };
}

/** The findings of one line, worst first; those of some severities alone where not all are wanted. */
export function findingsOfLine(
  document: CookieDocument,
  id: number,
  wanted: (severity: Severity) => boolean = () => true,
): DocumentFinding[] {
  const row = document.lines.row(id);
  if (row === ABSENT) return [];
  const { findings } = document.judge;
  return findings
    .rulesOf(row)
    .filter((rule) => findings.shown(rule) && wanted(ruleAt(document, rule).severity))
    .map((rule) => rowFinding(document, rule, row))
    .sort((left, right) => SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity));
}

/** The findings that are about the document as a whole. */
export function documentFindings(document: CookieDocument): DocumentFinding[] {
  const { findings } = document.judge;
  return document
    .documentFindings()
    .filter(({ rule }) => findings.shown(rule))
    .map(({ rule, data }) => described(ruleAt(document, rule), data));
}

function rowFinding(document: CookieDocument, place: number, row: number): DocumentFinding {
  const id = document.lines.idOf(row);
  const finding = described(ruleAt(document, place), document.judge.explain(place, row));
  return { ...finding, id, line: document.lineNumber(id) };
}

function described(rule: Rule, data: FindingData): DocumentFinding {
  return {
    rule: rule.id,
    severity: rule.severity,
    field: rule.field,
    data,
    title: rule.title,
    message: rule.message(data),
    fixable: isFixable(rule),
  };
}

function ruleAt(document: CookieDocument, place: number): Rule {
  const rule = document.judge.findings.rules[place];
  if (rule === undefined) throw new Error(`there is no rule at ${place}`);
  return rule;
}

function rank(rule: Rule): number {
  return SEVERITIES.indexOf(rule.severity);
}
