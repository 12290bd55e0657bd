import { heedRule } from '../../state/ignore-actions.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { useApp } from '../../state/app-store.ts';
import { Button } from '../../ui/button.tsx';
import { messages } from '../../ui/messages.ts';
import { SeverityIcon } from '../../ui/severity-icon.tsx';

interface IgnoredRulesProps {
  readonly document: string;
  readonly version: string;
}

/** What the person does not want to hear of, each with a way back; nothing where all is heard. */
export function IgnoredRules({ document, version }: IgnoredRulesProps) {
  const chosen = useApp(({ preferences }) => preferences.ignoredRules.join());
  const ignored = useAnswer('findings.ignored', { document }, `${version} ${chosen}`);
  if (ignored === undefined || ignored.length === 0) return null;
  const { problems } = messages;
  return (
    <section className="problems-ignored" aria-labelledby="problems-ignored">
      <h2 id="problems-ignored">{problems.ignored}</h2>
      <ul>
        {ignored.map((rule) => (
          <li key={rule.rule}>
            <SeverityIcon severity={rule.severity} />
            <span className="clip">{rule.title}</span>
            <span className="muted">{problems.ignoredWhere(rule)}</span>
            <Button look="quiet" className="button-small" onClick={() => void heedRule(document, rule)}>
              {problems.heed}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
