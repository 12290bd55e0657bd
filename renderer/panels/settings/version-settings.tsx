import { BOUNDS } from '#shared/api/settings.ts';
import { useApp } from '../../state/app-store.ts';
import { changePreferences } from '../../state/preferences.ts';
import { settingsMessages } from '../../ui/settings-messages.ts';
import { NumberSetting } from './setting-row.tsx';

const LIMITS = [
  { name: 'count', label: settingsMessages.count, unit: settingsMessages.versionsUnit },
  { name: 'days', label: settingsMessages.days, unit: settingsMessages.daysUnit },
  { name: 'megabytes', label: settingsMessages.megabytes, unit: settingsMessages.megabytesUnit },
] as const;

/** How much is kept of earlier versions of files. */
export function VersionSettings() {
  const limits = useApp(({ preferences }) => preferences.restorePoints);
  return (
    <>
      <p className="muted settings-text">{settingsMessages.versionsText}</p>
      {LIMITS.map(({ name, label, unit }) => (
        <NumberSetting
          key={name}
          label={label}
          unit={unit}
          value={limits[name]}
          bounds={BOUNDS[name]}
          onChange={(value) => void changePreferences({ restorePoints: { ...limits, [name]: value } })}
        />
      ))}
    </>
  );
}
