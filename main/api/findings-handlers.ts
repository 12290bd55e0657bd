import { isFixable } from '#shared/document/edits/fix-rule.ts';
import { findingsOfRule, findingsSummary } from '#shared/document/findings.ts';
import type { HandlersOf } from './handler.ts';
import { checkedWindow } from './window-limit.ts';

/** What the rules say. */
export const findingsHandlers: HandlersOf<'findings'> = {
  'findings.summary': ({ service }, { document }) =>
    findingsSummary(service.get(document).cookies).map(({ rule, count }) => ({
      rule: rule.id,
      severity: rule.severity,
      title: rule.title,
      rationale: rule.rationale,
      source: rule.source,
      count,
      fixable: isFixable(rule),
    })),
  'findings.list': ({ service }, { document, rule, from, to }) => {
    checkedWindow(from, to);
    const { total, findings } = findingsOfRule(service.get(document).cookies, rule, from, to);
    return { total, findings: findings.map((finding) => ({ ...finding, data: { ...finding.data } })) };
  },
};
