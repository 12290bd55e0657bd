import { commands } from '#shared/api/commands.ts';
import { appStore } from '../../state/app-store.ts';
import { windowCommands } from '../../state/commands.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DoneFooter } from '../../ui/done-footer.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { messages } from '../../ui/messages.ts';
import './shortcuts-dialog.css';

const GROUPS = ['file', 'edit', 'view', 'help'] as const;

interface Line {
  readonly label: string;
  readonly keys: readonly string[];
}

function linesOf(group: string): readonly Line[] {
  return windowCommands()
    .filter(({ id, keys }) => id.startsWith(`${group}.`) && keys.length > 0)
    .map(({ id, keys }) => ({ label: commands.find((command) => command.id === id)?.label ?? id, keys }));
}

function Group({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {lines.map(({ label, keys }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {keys.map((spelling) => (
                <Kbd key={spelling} keys={spelling} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Every key of the window, read from the same table that the keymap uses. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { shortcuts } = messages;
  const change = (): void => appStore.setState({ dialog: { kind: 'settings', section: 'keys' } });
  const footer = <DoneFooter action={{ label: shortcuts.change, run: change }} onDone={onClose} />;
  const grid = shortcuts.grid.map(([keys, label]) => ({ label, keys: [keys] }));
  return (
    <Dialog textOnly title={shortcuts.title} size="large" onClose={onClose} footer={footer}>
      <div className="shortcuts">
        {GROUPS.map((group) => (
          <Group key={group} title={shortcuts.groups[group]} lines={linesOf(group)} />
        ))}
        <Group title={shortcuts.groups.grid} lines={grid} />
      </div>
    </Dialog>
  );
}
