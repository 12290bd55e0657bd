import { ChevronRight, EyeOff, Filter } from 'lucide-react';
import { useState } from 'react';
import type { RuleSummary } from '#shared/api/findings.ts';
import { reviewFix } from '../../state/bulk-actions.ts';
import { fix, goToLine } from '../../state/edit-actions.ts';
import { ignoreHere, ignoreRule } from '../../state/ignore-actions.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { toggleInQuery } from '../../state/view-actions.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { messages } from '../../ui/messages.ts';
import { showCount } from '../../ui/numbers.ts';
import { SeverityIcon } from '../../ui/severity-icon.tsx';

const FIRST = 20;
const FURTHER = 200;

interface ProblemGroupProps {
  readonly document: string;
  readonly version: string;
  readonly rule: RuleSummary;
}

/** One rule: why it matters, how often it was broken and where, and its fix. */
export function ProblemGroup({ document, version, rule }: ProblemGroupProps) {
  const [open, setOpen] = useState(false);
  const { problems } = messages;
  return (
    <li className="problem-group">
      <div className="problem-head">
        <button type="button" className="problem-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
          <ChevronRight size={13} aria-hidden />
          <SeverityIcon severity={rule.severity} />
          <span className="problem-title">{rule.title}</span>
          <span className="bottom-count numeric">{showCount(rule.count)}</span>
          <span className="muted clip">{rule.rationale}</span>
        </button>
        <IconButton
          small
          label={problems.filter}
          onClick={() => toggleInQuery(document, { term: `rule:${rule.rule}` })}
        >
          <Filter size={13} />
        </IconButton>
        {rule.fixable && rule.byEntry && (
          <Button look="quiet" className="button-small" onClick={() => reviewFix(document, rule.rule)}>
            {problems.reviewFix}
          </Button>
        )}
        {rule.fixable && (
          <Button className="button-small" onClick={() => void fix(document, rule.rule)}>
            {messages.fixAll(rule.count)}
          </Button>
        )}
      </div>
      {open && <ProblemLines document={document} version={version} rule={rule} />}
    </li>
  );
}

function ProblemLines({ document, version, rule }: ProblemGroupProps) {
  const [limit, setLimit] = useState(FIRST);
  const { problems } = messages;
  const answer = useAnswer('findings.list', { document, rule: rule.rule, from: 0, to: limit }, version);
  if (answer === undefined) return null;
  const more = answer.total - answer.findings.length;
  return (
    <div className="problem-body">
      <p className="problem-rationale muted">
        {rule.rationale} {rule.source !== '' && <span className="problem-source">{rule.source}</span>}
      </p>
      <ul>
        {answer.findings.map(({ id, line, message, fixable }) => (
          <li key={`${id ?? 'document'} ${line ?? 0}`} className="problem-line">
            <button
              type="button"
              disabled={id === undefined}
              onClick={() => (id === undefined ? undefined : void goToLine(document, id))}
            >
              <span className="muted numeric problem-number">
                {line === undefined ? problems.document : problems.line(line)}
              </span>
              <span className="clip">{message}</span>
            </button>
            {fixable && id !== undefined && (
              <Button
                look="quiet"
                className="button-small"
                onClick={() => void fix(document, rule.rule, [id])}
              >
                {messages.fix}
              </Button>
            )}
            {id !== undefined && (
              <IconButton
                small
                label={problems.ignoreHere}
                onClick={() => void ignoreHere(document, rule.rule, id)}
              >
                <EyeOff size={13} />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      <div className="problem-foot">
        {more > 0 && (
          <Button look="quiet" className="button-small" onClick={() => setLimit(limit + FURTHER)}>
            {problems.moreFindings(Math.min(more, FURTHER))}
          </Button>
        )}
        <Button look="quiet" className="button-small" onClick={() => void ignoreRule(rule.rule)}>
          {problems.ignoreRule}
        </Button>
      </div>
    </div>
  );
}
