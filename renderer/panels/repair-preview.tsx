import { useAnswer } from '../state/use-answer.ts';
import { messages } from '../ui/messages.ts';
import { DiffLine } from './diff-line.tsx';
import './changes.css';

interface RepairPreviewProps {
  readonly document: string;
  readonly choices: readonly string[];
  readonly version: number | undefined;
}

const SHOWN = 20;

/** The first lines that a repair changes, before and after; values are masked by the engine. */
export function RepairPreview({ document, choices, version }: RepairPreviewProps) {
  const answer = useAnswer('repair.preview', { document, choices: [...choices], most: SHOWN }, version);
  if (answer === undefined) return null;
  const { repairs, problems } = messages;
  return (
    <section className="repair-preview">
      <h3>{repairs.preview}</h3>
      <ul>
        {answer.changes.map(({ id, subject, line, details, before, after }) => (
          <li key={`${id ?? ''} ${subject}`} className="change-item">
            <div className="change-head">
              <span className="change-subject">{subject}</span>
              {line !== undefined && <span className="muted numeric">{problems.line(line)}</span>}
              <span className="muted clip change-details">
                {details
                  .map(
                    ({ field, before: from, after: to }) =>
                      `${field === subject ? '' : `${field}: `}${from} → ${to}`,
                  )
                  .join(' · ')}
              </span>
            </div>
            {before !== undefined && after !== undefined && (
              <div className="diff mono selectable">
                <DiffLine side="before" text={before} other={after} />
                <DiffLine side="after" text={after} other={before} />
              </div>
            )}
          </li>
        ))}
      </ul>
      {answer.more && <p className="muted">{repairs.more}</p>}
    </section>
  );
}
