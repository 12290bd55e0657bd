import { isFixable } from '#shared/document/edits/fix-rule.ts';
import { isEntryFix } from '#shared/document/bulk/entry-work.ts';
import { type DocumentFinding, findingsOfRule, findingsSummary } from '#shared/document/findings.ts';
import { overruledRules } from '#shared/document/overruled-rules.ts';
import { sourceText } from '#shared/rules/source-text.ts';
import type { OpenDocument } from '../documents/open-document.ts';
import { knownRule } from './edit-handlers.ts';
import type { HandlersOf } from './handler.ts';
import { checkedWindow } from './window-limit.ts';

/** What the rules say. */
export const findingsHandlers: HandlersOf<'findings'> = {
  'findings.summary': ({ service }, { document }) => {
    const open = service.get(document);
    const overruled = overruledRules(open.cookies, open.writer);
    return findingsSummary(open.cookies).map(({ rule, count }) => ({
      rule: rule.id,
      severity: rule.severity,
      title: rule.title,
      rationale: rule.rationale,
      source: sourceText(rule),
      count,
      fixable: isFixable(rule) && !overruled.includes(rule.id),
      byEntry: isEntryFix(rule),
    }));
  },
  'findings.list': ({ service }, { document, rule, from, to }) => {
    checkedWindow(from, to);
    const open = service.get(document);
    const { total, findings } = findingsOfRule(open.cookies, rule, from, to);
    return { total, findings: withoutOverruled(open, findings) };
  },
  'findings.ignored': ({ service }, { document }) =>
    service
      .get(document)
      .cookies.ignored.list()
      .map(({ rule: { id, severity, title }, ...where }) => ({
        rule: id,
        severity,
        title,
        ...where,
      })),
  'findings.ignore': async ({ service }, { document, rule, ids }) => {
    knownRule(rule);
    const open = service.get(document);
    await open.rejudge((cookies) => cookies.ignoreHere(rule, ids));
    return open.info;
  },
  'findings.heed': async ({ service }, { document, rule }) => {
    knownRule(rule);
    const open = service.get(document);
    await open.rejudge((cookies) => cookies.heed(rule));
    return open.info;
  },
};

/** Findings as the API tells them: none is fixable that the repair of the file must come before. */
export function withoutOverruled<Found extends Pick<DocumentFinding, 'rule' | 'fixable' | 'data'>>(
  open: OpenDocument,
  findings: readonly Found[],
): Found[] {
  const overruled = overruledRules(open.cookies, open.writer);
  return findings.map((finding) => ({
    ...finding,
    fixable: finding.fixable && !overruled.includes(finding.rule),
    data: { ...finding.data },
  }));
}
