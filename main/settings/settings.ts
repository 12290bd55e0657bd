import * as v from 'valibot';

/** What is kept of earlier versions unless the person says otherwise. */
export const RESTORE_POINTS = { count: 50, days: 90, megabytes: 512 };

/** Programs and browsers, as a person names them: `curl`, `wget 1.21.3`. */
export interface ChosenPrograms {
  readonly clients: readonly string[];
  readonly browsers: readonly string[];
}

/** Those that most people care about. */
export const USUAL_PROGRAMS: ChosenPrograms = {
  clients: ['curl', 'wget', 'yt-dlp', 'python'],
  browsers: ['chromium', 'firefox'],
};

const bounds = v.object({
  x: v.optional(v.number()),
  y: v.optional(v.number()),
  width: v.pipe(v.number(), v.minValue(200)),
  height: v.pipe(v.number(), v.minValue(150)),
  maximized: v.optional(v.boolean(), false),
});

const restorePoints = v.object({
  count: v.pipe(v.number(), v.integer(), v.minValue(0)),
  days: v.pipe(v.number(), v.minValue(0)),
  megabytes: v.pipe(v.number(), v.minValue(0)),
});

const names = (usual: readonly string[]) =>
  v.fallback(v.optional(v.array(v.pipe(v.string(), v.maxLength(60))), [...usual]), [...usual]);

/** What the person chose, kept between runs. A setting that does not fit its schema falls back to its default alone. */
export const settingsSchema = v.object({
  theme: v.fallback(v.optional(v.picklist(['system', 'light', 'dark']), 'system'), 'system'),
  density: v.fallback(v.optional(v.picklist(['compact', 'comfortable']), 'compact'), 'compact'),
  /** Column widths and order, as the grid gives them: opaque here. */
  columns: v.fallback(v.optional(v.unknown()), undefined),
  windowBounds: v.fallback(v.optional(bounds), undefined),
  /** Absolute paths, the newest first. */
  recentFiles: v.fallback(v.optional(v.array(v.string()), []), []),
  /** How many earlier versions of a file are kept, for how long, and how much all of them together may take. */
  restorePoints: v.fallback(v.optional(restorePoints, RESTORE_POINTS), RESTORE_POINTS),
  /** The programs whose verdicts the person wants to see, and the browsers. */
  clients: names(USUAL_PROGRAMS.clients),
  browsers: names(USUAL_PROGRAMS.browsers),
  /** Values are shown instead of dots when a document opens. */
  revealValues: v.fallback(v.optional(v.boolean(), false), false),
});
export type Settings = v.InferOutput<typeof settingsSchema>;
