import { CircleCheck } from 'lucide-react';
import type { ExportPreview as Preview, ExportTargetInfo } from '#shared/api/export.ts';
import { LossList } from '../../ui/loss-list.tsx';
import { messages } from '../../ui/messages.ts';
import { showBytes } from '../../ui/numbers.ts';
import type { ExportChoice } from './export-options.tsx';
import { TargetOptions } from './target-options.tsx';

interface ExportPreviewProps {
  readonly target: ExportTargetInfo;
  readonly missingUrl: boolean;
  readonly preview: Preview | undefined;
  readonly choice: ExportChoice;
  readonly onChoose: (choice: ExportChoice) => void;
}

/** What an export would give and what it would lose; values are masked by the engine. */
export function ExportPreview({ target, missingUrl, preview, choice, onChoose }: ExportPreviewProps) {
  const { exporting } = messages;
  return (
    <div className="export-preview">
      <h3 className="export-name">{target.name}</h3>
      <p className="muted">{target.description}</p>
      <TargetOptions target={target} choice={choice} onChoose={onChoose} />
      {missingUrl && <p className="export-note">{exporting.needsUrl}</p>}
      {preview !== undefined && !missingUrl && <PreviewBody preview={preview} />}
    </div>
  );
}

function PreviewBody({ preview }: { readonly preview: Preview }) {
  const { exporting } = messages;
  const { refused, losses, command, sample, fileName, bytes } = preview;
  if (refused !== undefined) {
    return (
      <p className="export-note export-refused" role="alert">
        <strong>{exporting.refused}.</strong> {refused}
      </p>
    );
  }
  return (
    <>
      {losses.length === 0 ? (
        <p className="export-fine">
          <CircleCheck size={14} aria-hidden />
          {exporting.nothingLost}
        </p>
      ) : (
        <LossList title={exporting.lost} losses={losses} />
      )}
      {command !== undefined && (
        <>
          <h4>{exporting.command}</h4>
          <pre className="export-sample mono selectable" tabIndex={0}>
            {command}
          </pre>
        </>
      )}
      <h4>
        {exporting.preview}
        <span className="muted">
          {' '}
          · {fileName} · {showBytes(bytes)}
        </span>
      </h4>
      <pre className="export-sample mono selectable" tabIndex={0}>
        {sample}
      </pre>
    </>
  );
}
