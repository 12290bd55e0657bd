import { useApp } from '../../state/app-store.ts';
import { changePreferences } from '../../state/preferences.ts';
import { settingsMessages } from '../../ui/settings-messages.ts';
import { ChoiceSetting } from './setting-row.tsx';

/** How the window looks. */
export function LookSettings() {
  const { theme, density } = useApp(({ preferences }) => preferences);
  return (
    <>
      <ChoiceSetting
        label={settingsMessages.theme}
        options={settingsMessages.themes}
        value={theme}
        onChange={(chosen) => void changePreferences({ theme: chosen })}
      />
      <ChoiceSetting
        label={settingsMessages.density}
        options={settingsMessages.densities}
        value={density}
        onChange={(chosen) => void changePreferences({ density: chosen })}
      />
    </>
  );
}
