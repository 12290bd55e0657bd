/** A profile of Firefox: what it is called, and where it is, relative to the list of profiles or not. */
export interface FirefoxProfile {
  readonly name: string;
  readonly place: string;
}

/** The profiles that `profiles.ini` lists. */
export function firefoxProfiles(ini: string): readonly FirefoxProfile[] {
  return ini.split(/^\[/m).flatMap((section) => {
    if (!/^Profile\d+\]/.test(section)) return [];
    const place = valueIn(section, 'Path');
    return place === undefined ? [] : [{ name: valueIn(section, 'Name') ?? place, place }];
  });
}

function valueIn(section: string, key: string): string | undefined {
  const line = section.split(/\r?\n/).find((one) => one.startsWith(`${key}=`));
  const value = line?.slice(key.length + 1).trim();
  return value === '' ? undefined : value;
}

/** What people call the profiles of Chromium, by their folders, as its `Local State` says. */
export function chromiumNames(localState: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const profiles = member(member(parsed(localState), 'profile'), 'info_cache');
  if (typeof profiles !== 'object' || profiles === null) return names;
  for (const [folder, about] of Object.entries(profiles)) {
    const name = member(about, 'name');
    if (typeof name === 'string' && name !== '') names.set(folder, name);
  }
  return names;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A profile without a name is called by its folder.
    return undefined;
  }
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}
