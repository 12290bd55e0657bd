import * as v from 'valibot';
import { count, documentId, severity } from './common.ts';
import { finding } from './entry.ts';
import { method } from './method.ts';

export const ruleSummary = v.object({
  rule: v.string(),
  severity,
  title: v.string(),
  rationale: v.string(),
  source: v.string(),
  count,
  fixable: v.boolean(),
  /** Its fix mends cookie by cookie, so that work on many can try it first. */
  byEntry: v.boolean(),
});
export type RuleSummary = v.InferOutput<typeof ruleSummary>;

export const findingsMethods = {
  /** Every rule that found something, worst first. */
  'findings.summary': method(v.strictObject({ document: documentId }), v.array(ruleSummary)),
  /** A window of one rule's findings, in document order. */
  'findings.list': method(
    v.strictObject({ document: documentId, rule: v.string(), from: count, to: count }),
    v.object({ total: count, findings: v.array(finding) }),
  ),
};
