import type { HandlersOf } from './handler.ts';

/** What the person chose. */
export const settingsHandlers: HandlersOf<'settings'> = {
  'settings.get': async ({ service: { settings } }) => {
    const trouble = await settings.trouble();
    return { preferences: await settings.read(), ...(trouble !== undefined && { trouble }) };
  },
  'settings.change': async ({ service }, changed) => {
    const preferences = await service.settings.change(definedOf(changed));
    await service.ignoreRules(preferences.ignoredRules);
    service.emit({ event: 'settingsChanged', preferences });
    return preferences;
  },
};

/** Without the settings that were not named. */
function definedOf<Part extends object>(
  changed: Part,
): { [Name in keyof Part]: Exclude<Part[Name], undefined> } {
  return Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined)) as never;
}
