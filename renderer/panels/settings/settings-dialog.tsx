import { Tabs } from 'radix-ui';
import { useState } from 'react';
import { USUAL_PREFERENCES } from '#shared/api/settings.ts';
import { appStore, useApp } from '../../state/app-store.ts';
import type { SettingsSection } from '../../state/app-store.ts';
import { notify } from '../../state/notices.ts';
import { changePreferences } from '../../state/preferences.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DoneFooter } from '../../ui/done-footer.tsx';
import { messages } from '../../ui/messages.ts';
import { settingsMessages } from '../../ui/settings-messages.ts';
import { ProgramChoice } from '../clients/program-choice.tsx';
import { LookSettings } from './look-settings.tsx';
import { ShortcutSettings } from './shortcut-settings.tsx';
import { ValueSettings } from './value-settings.tsx';
import { VersionSettings } from './version-settings.tsx';
import '../../ui/field.css';
import '../../ui/side-nav.css';
import './settings-dialog.css';

const SECTIONS = ['look', 'values', 'programs', 'versions', 'keys'] as const;

/** The programs that a person cares about; each choice holds at once. */
function ProgramSettings() {
  const chosen = useApp(({ preferences }) => preferences);
  return (
    <>
      <p className="muted settings-text">{settingsMessages.programsText}</p>
      <ProgramChoice
        chosen={chosen}
        onChoose={({ clients, browsers }) =>
          void changePreferences({ clients: [...clients], browsers: [...browsers] })
        }
      />
    </>
  );
}

const PANELS = {
  look: LookSettings,
  values: ValueSettings,
  programs: ProgramSettings,
  versions: VersionSettings,
  keys: ShortcutSettings,
} as const;

/** Puts everything back that this dialog changes; saved views are the person's own and stay. */
function resetAll(): void {
  const before = appStore.getState().preferences;
  const { views: _own, toured: _known, ...usual } = USUAL_PREFERENCES;
  void changePreferences(usual);
  const action = { label: messages.undo, run: () => void changePreferences(before) };
  notify({ tone: 'done', title: settingsMessages.wasReset, details: [], action });
}

interface SettingsDialogProps {
  readonly section?: SettingsSection | undefined;
  readonly onClose: () => void;
}

/** What a person can choose. Every change holds at once; there is nothing to confirm. */
export function SettingsDialog({ section = 'look', onClose }: SettingsDialogProps) {
  const [shown, setShown] = useState<string>(section);
  const footer = <DoneFooter action={{ label: settingsMessages.reset, run: resetAll }} onDone={onClose} />;
  return (
    <Dialog
      title={settingsMessages.title}
      description={settingsMessages.text}
      size="large"
      onClose={onClose}
      footer={footer}
    >
      <Tabs.Root className="settings" orientation="vertical" value={shown} onValueChange={setShown}>
        <Tabs.List className="settings-sections" aria-label={settingsMessages.title}>
          {SECTIONS.map((id) => (
            <Tabs.Trigger key={id} className="side-item" value={id}>
              {settingsMessages.sections[id]}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {SECTIONS.map((id) => {
          const Panel = PANELS[id];
          return (
            <Tabs.Content key={id} className="settings-panel" value={id}>
              <Panel />
            </Tabs.Content>
          );
        })}
      </Tabs.Root>
    </Dialog>
  );
}
