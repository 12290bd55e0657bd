import type { Finding } from '#shared/api/entry.ts';
import { fix } from '../../state/edit-actions.ts';
import { Button } from '../../ui/button.tsx';
import { messages } from '../../ui/messages.ts';
import { SeverityIcon } from '../../ui/severity-icon.tsx';

interface EntryFindingsProps {
  readonly document: string;
  readonly id: number;
  readonly findings: readonly Finding[];
}

/** What is wrong with the line, each with its fix where there is one. */
export function EntryFindings({ document, id, findings }: EntryFindingsProps) {
  return (
    <section className="inspector-section" aria-label={messages.inspector.findings}>
      <ul className="finding-list">
        {findings.map((finding) => (
          <li key={`${finding.rule} ${finding.field}`} className={`finding-card finding-${finding.severity}`}>
            <SeverityIcon severity={finding.severity} />
            <p title={finding.rule}>{finding.message}</p>
            {finding.fixable && (
              <Button className="button-small" onClick={() => void fix(document, finding.rule, [id])}>
                {messages.fix}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
