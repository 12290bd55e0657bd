import * as v from 'valibot';
import { count, documentId, entryId, severity } from './common.ts';
import { finding } from './entry.ts';
import { documentInfo } from './document.ts';
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

const ignoredRule = v.object({
  rule: v.string(),
  severity,
  title: v.string(),
  /** In every document, by the settings. */
  everywhere: v.boolean(),
  /** On so many lines of this document. */
  places: count,
});

export const findingsMethods = {
  /** Every rule that found something, worst first. */
  'findings.summary': method(v.strictObject({ document: documentId }), v.array(ruleSummary)),
  /** A window of one rule's findings, in document order. */
  'findings.list': method(
    v.strictObject({ document: documentId, rule: v.string(), from: count, to: count }),
    v.object({ total: count, findings: v.array(finding) }),
  ),
  /** The rules of which the person does not want to hear in this document. */
  'findings.ignored': method(v.strictObject({ document: documentId }), v.array(ignoredRule)),
  /** Says nothing of a rule on these lines while the document is open, whatever is edited in them. Never a part of the file. */
  'findings.ignore': method(
    v.strictObject({ document: documentId, rule: v.string(), ids: v.array(entryId) }),
    documentInfo,
  ),
  /** Says all that there is to say of a rule again. */
  'findings.heed': method(v.strictObject({ document: documentId, rule: v.string() }), documentInfo),
};
