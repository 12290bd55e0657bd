import type { ExportPreview, ExportTargetInfo } from '#shared/api/export.ts';
import { SHELLS } from '#shared/exports/shells/registry.ts';
import { SHELL_IDS } from '#shared/exports/shells/shell.ts';
import { useApp } from '../../state/app-store.ts';
import { changePreferences } from '../../state/preferences.ts';
import { messages } from '../../ui/messages.ts';
import { asksForUrl, type Choosing } from './export-choice.ts';
import '../../ui/field.css';

interface TargetOptionsProps extends Choosing {
  readonly target: ExportTargetInfo;
  readonly preview: ExportPreview | undefined;
}

/** What one target wants to know besides the cookies: the address, the shell, and whether values may stand in the text. */
export function TargetOptions({ target, preview, choice, onChoose }: TargetOptionsProps) {
  const { exporting } = messages;
  return (
    <>
      <div className="export-fields">
        {asksForUrl(target, choice) && (
          <label>
            {exporting.url}
            <input
              className="input"
              inputMode="url"
              value={choice.url ?? preview?.url ?? ''}
              placeholder={preview?.url ?? exporting.urlHint}
              spellCheck={false}
              autoComplete="off"
              onChange={(event) => onChoose({ ...choice, url: event.target.value })}
            />
          </label>
        )}
        {target.kind === 'program' && <ShellChoice usual={preview?.shell} />}
      </div>
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

/** The shell that the command is for; what is chosen is remembered. */
function ShellChoice({ usual }: { readonly usual: ExportPreview['shell'] | undefined }) {
  const { exporting } = messages;
  const chosen = useApp(({ preferences }) => preferences.exportShell);
  const shell = chosen === 'usual' ? (usual ?? SHELL_IDS[0]) : chosen;
  return (
    <label className="export-shell">
      {exporting.shell}
      <select
        className="select"
        value={shell}
        title={shell === 'powershell' || shell === 'cmd' ? exporting.untestedShell : undefined}
        onChange={({ currentTarget }) => {
          const exportShell = SHELL_IDS.find((id) => id === currentTarget.value);
          if (exportShell !== undefined) void changePreferences({ exportShell });
        }}
      >
        {SHELLS.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
