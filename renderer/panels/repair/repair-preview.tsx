import { useAnswer } from '../../state/use-answer.ts';
import { messages } from '../../ui/messages.ts';
import { ChangeList } from '../changes/change-list.tsx';

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
  const { repairs } = messages;
  return (
    <section className="repair-preview">
      <h3>{repairs.preview}</h3>
      <ChangeList changes={answer.changes} />
      {answer.more && <p className="muted">{repairs.more}</p>}
    </section>
  );
}
