import { CircleCheck } from 'lucide-react';
import type { ExportPreview as Preview, ExportTargetInfo } from '#shared/api/export.ts';
import { isLost } from '#shared/formats/loss.ts';
import { LossList } from '../../ui/loss-list.tsx';
import { messages } from '../../ui/messages.ts';
import { showBytes } from '../../ui/numbers.ts';

interface ExportPreviewProps {
  readonly target: ExportTargetInfo;
  readonly preview: Preview | undefined;
  /** What is wrong with what was typed, in words. */
  readonly trouble: string | undefined;
}

/** What an export would give and what it would lose; values are masked by the engine. */
export function ExportPreview({ target, preview, trouble }: ExportPreviewProps) {
  const { exporting } = messages;
  const refused = trouble ?? preview?.refused;
  if (refused !== undefined) {
    return (
      <p className="export-note export-refused" role="alert">
        <strong>{exporting.refused}.</strong> {refused}
      </p>
    );
  }
  if (preview === undefined) return null;
  const { command, sample, fileName, bytes } = preview;
  return (
    <>
      <Losses losses={preview.losses} />
      {command !== undefined && <Sample title={exporting.texts[target.kind]} text={command} wraps />}
      {sample !== '' && <Sample title={fileName} note={showBytes(bytes)} text={sample} />}
    </>
  );
}

function Losses({ losses }: Pick<Preview, 'losses'>) {
  const { exporting } = messages;
  const lost = losses.filter(isLost);
  return (
    <>
      {lost.length === 0 ? (
        <p className="export-fine">
          <CircleCheck size={14} aria-hidden />
          {exporting.nothingLost}
        </p>
      ) : (
        <LossList title={exporting.lost} losses={lost} />
      )}
      {losses
        .filter((one) => !isLost(one))
        .map((one) => (
          <p key={one.message} className="export-remark muted">
            {messages.notices.lost(one)}
          </p>
        ))}
    </>
  );
}

interface SampleProps {
  readonly title: string;
  readonly note?: string;
  readonly text: string;
  /** Lines that are too long go on below: all of it can be read at once. */
  readonly wraps?: boolean;
}

function Sample({ title, note, text, wraps = false }: SampleProps) {
  return (
    <>
      <h4>
        {title}
        {note !== undefined && <span className="muted"> · {note}</span>}
      </h4>
      <pre className={`export-sample mono selectable${wraps ? ' export-wraps' : ''}`} tabIndex={0}>
        {text}
      </pre>
    </>
  );
}
