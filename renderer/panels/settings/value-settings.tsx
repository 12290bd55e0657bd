import { BOUNDS } from '#shared/api/settings.ts';
import { useApp } from '../../state/app-store.ts';
import { changePreferences } from '../../state/preferences.ts';
import { settingsMessages } from '../../ui/settings-messages.ts';
import { NumberSetting, SettingRow } from './setting-row.tsx';

const NUMBERS = [
  { name: 'maskDots', label: settingsMessages.maskDots, text: settingsMessages.maskDotsText },
  {
    name: 'hideAfter',
    label: settingsMessages.hideAfter,
    text: settingsMessages.hideAfterText,
    unit: settingsMessages.seconds,
  },
  {
    name: 'clearAfter',
    label: settingsMessages.clearAfter,
    text: settingsMessages.clearAfterText,
    unit: settingsMessages.seconds,
  },
] as const;

/** How values are masked, and how long they stay where others could see them. */
export function ValueSettings() {
  const preferences = useApp((state) => state.preferences);
  return (
    <>
      {NUMBERS.map(({ name, ...words }) => (
        <NumberSetting
          key={name}
          {...words}
          value={preferences[name]}
          bounds={BOUNDS[name]}
          onChange={(value) => void changePreferences({ [name]: value })}
        />
      ))}
      <SettingRow label={settingsMessages.revealValues}>
        {(ids) => (
          <input
            type="checkbox"
            className="checkbox"
            aria-labelledby={ids.label}
            checked={preferences.revealValues}
            onChange={({ target }) => void changePreferences({ revealValues: target.checked })}
          />
        )}
      </SettingRow>
    </>
  );
}
