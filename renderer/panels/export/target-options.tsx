import type { ExportTargetInfo } from '#shared/api/export.ts';
import { messages } from '../../ui/messages.ts';
import type { ExportChoice } from './export-options.tsx';

interface TargetOptionsProps {
  readonly target: ExportTargetInfo;
  readonly choice: ExportChoice;
  readonly onChoose: (choice: ExportChoice) => void;
}

/** What one target wants to know besides the cookies: the address, and whether values may stand in the command. */
export function TargetOptions({ target, choice, onChoose }: TargetOptionsProps) {
  const { exporting } = messages;
  return (
    <>
      {target.needsUrl && (
        <label className="export-url">
          {exporting.url}
          <input
            value={choice.url}
            placeholder={exporting.urlHint}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => onChoose({ ...choice, url: event.target.value })}
          />
        </label>
      )}
      {target.canInline && (
        <label className="export-inline">
          <input
            type="checkbox"
            className="checkbox"
            checked={choice.inline}
            onChange={(event) => onChoose({ ...choice, inline: event.target.checked })}
          />
          <span>
            {exporting.inline}
            <span className="muted">{exporting.inlineHint}</span>
          </span>
        </label>
      )}
    </>
  );
}
