import { Command } from 'cmdk';
import { Bookmark, FileText, Search } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { CommandId } from '#shared/api/commands.ts';
import type { SavedView } from '#shared/api/settings.ts';
import { useApp } from '../../state/app-store.ts';
import { isEnabled, labelOf, runCommand, windowCommands } from '../../state/commands.ts';
import { activate } from '../../state/document-actions.ts';
import { showView } from '../../state/saved-views.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { messages } from '../../ui/messages.ts';
import { paletteFilter } from './palette-filter.ts';
import { viewMessages } from '../../ui/view-messages.ts';
import './command-palette.css';

/** Every command with its keys, and the open documents, found by typing. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const state = useApp((all) => all);
  const { palette } = messages;
  const run = (then: () => void): void => {
    onClose();
    // The dialog gives the keyboard back to where it was; the command acts from there.
    setTimeout(then, 0);
  };
  const usable = windowCommands().filter(({ id }) => id !== 'view.palette' && isEnabled(state, id));
  return (
    <Radix.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Radix.Portal>
        <Radix.Overlay className="dialog-veil" />
        <Radix.Content className="palette" aria-describedby={undefined}>
          <Radix.Title className="visually-hidden">{palette.label}</Radix.Title>
          <Command label={palette.label} loop filter={paletteFilter}>
            <div className="palette-line">
              <Search size={16} aria-hidden />
              <Command.Input placeholder={palette.placeholder} autoFocus />
            </div>
            <Command.List className="palette-list">
              <Command.Empty className="palette-empty">{palette.nothing}</Command.Empty>
              <Command.Group heading={palette.commands}>
                {usable.map(({ id, keys }) => (
                  <PaletteCommand
                    key={id}
                    id={id}
                    label={labelOf(state, id)}
                    keys={keys[0]}
                    onRun={() => run(() => runCommand(id))}
                  />
                ))}
              </Command.Group>
              {state.active !== undefined && (
                <PaletteViews views={state.preferences.views} onShow={(view) => run(() => showView(view))} />
              )}
              {state.documents.length > 1 && (
                <Command.Group heading={palette.documents}>
                  {state.documents.map(({ id, title, folder }) => (
                    <Command.Item key={id} value={`${title} ${id}`} onSelect={() => run(() => activate(id))}>
                      <FileText size={14} aria-hidden />
                      {title}
                      <span className="muted clip">{folder}</span>
                    </Command.Item>
                  ))}
                </Command.Group>
              )}
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

interface PaletteViewsProps {
  readonly views: readonly SavedView[];
  readonly onShow: (view: SavedView) => void;
}

function PaletteViews({ views, onShow }: PaletteViewsProps) {
  if (views.length === 0) return null;
  return (
    <Command.Group heading={viewMessages.palette}>
      {views.map((view) => (
        <Command.Item key={view.name} value={`${view.name} view`} onSelect={() => onShow(view)}>
          <Bookmark size={14} aria-hidden />
          {view.name}
          <span className="muted clip mono">{view.query}</span>
        </Command.Item>
      ))}
    </Command.Group>
  );
}

interface PaletteCommandProps {
  readonly id: CommandId;
  readonly label: string;
  readonly keys: string | undefined;
  readonly onRun: () => void;
}

function PaletteCommand({ id, label, keys, onRun }: PaletteCommandProps) {
  return (
    <Command.Item value={`${label} ${id}`} onSelect={onRun}>
      {label}
      {keys !== undefined && <Kbd keys={keys} />}
    </Command.Item>
  );
}
