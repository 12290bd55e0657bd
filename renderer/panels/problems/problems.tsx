import { Wrench } from 'lucide-react';
import { runCommand } from '../../state/commands.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { Button } from '../../ui/button.tsx';
import { messages } from '../../ui/messages.ts';
import { countOf } from '../../ui/numbers.ts';
import { IgnoredRules } from './ignored-rules.tsx';
import { ProblemGroup } from './problem-group.tsx';
import './problems.css';

interface ProblemsProps {
  readonly document: string;
  readonly version: string;
}

/** What the rules found, grouped by rule, the gravest first. */
export function Problems({ document, version }: ProblemsProps) {
  const rules = useAnswer('findings.summary', { document }, version);
  if (rules === undefined) return null;
  const { problems } = messages;
  if (rules.length === 0) {
    return (
      <>
        <p className="bottom-none muted">
          <strong>{problems.none}</strong>
          {problems.noneText}
        </p>
        <IgnoredRules document={document} version={version} />
      </>
    );
  }
  return (
    <>
      <div className="bottom-bar">
        <span className="muted">{countOf(rules.length, 'rule')}</span>
        <Button
          className="button-small"
          icon={<Wrench size={13} />}
          onClick={() => runCommand('edit.fixAll')}
        >
          {problems.fixSafe}
        </Button>
      </div>
      <ul className="problem-groups">
        {rules.map((rule) => (
          <ProblemGroup key={rule.rule} document={document} version={version} rule={rule} />
        ))}
      </ul>
      <IgnoredRules document={document} version={version} />
    </>
  );
}
