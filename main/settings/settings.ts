import * as v from 'valibot';
import { preferences, USUAL_PREFERENCES } from '#shared/api/settings.ts';

const bounds = v.object({
  x: v.optional(v.number()),
  y: v.optional(v.number()),
  width: v.pipe(v.number(), v.minValue(200)),
  height: v.pipe(v.number(), v.minValue(150)),
  maximized: v.optional(v.boolean(), false),
});

/** What is kept between runs: what the person chose, and what the desktop remembers by itself. */
const settingsSchema = v.object({
  ...preferences.entries,
  windowBounds: v.optional(bounds),
  /** Absolute paths, the newest first. */
  recentFiles: v.array(v.string()),
});
export type Settings = v.InferOutput<typeof settingsSchema>;

const USUAL_SETTINGS: Settings = { ...USUAL_PREFERENCES, recentFiles: [] };

/** The settings that a file holds. One that does not fit has its usual value, and is named in `unfit`. */
export function settingsFrom(stored: Readonly<Record<string, unknown>>): {
  readonly settings: Settings;
  readonly unfit: readonly string[];
} {
  const fitting: Record<string, unknown> = {};
  const unfit: string[] = [];
  for (const [name, schema] of Object.entries<v.GenericSchema>(settingsSchema.entries)) {
    if (stored[name] === undefined) continue;
    const read = v.safeParse(schema, stored[name]);
    if (read.success) fitting[name] = read.output;
    else unfit.push(name);
  }
  return { settings: { ...USUAL_SETTINGS, ...fitting }, unfit };
}

/** Those of the settings that a person chooses. */
export function preferencesOf(settings: Settings): v.InferOutput<typeof preferences> {
  return v.parse(preferences, settings);
}
