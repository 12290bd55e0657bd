import * as v from 'valibot';

const bounds = v.object({
  x: v.optional(v.number()),
  y: v.optional(v.number()),
  width: v.pipe(v.number(), v.minValue(200)),
  height: v.pipe(v.number(), v.minValue(150)),
  maximized: v.optional(v.boolean(), false),
});

/** What the person chose, kept between runs. A setting that does not fit its schema falls back to its default alone. */
export const settingsSchema = v.object({
  theme: v.fallback(v.optional(v.picklist(['system', 'light', 'dark']), 'system'), 'system'),
  density: v.fallback(v.optional(v.picklist(['compact', 'comfortable']), 'compact'), 'compact'),
  /** Column widths and order, as the grid gives them: opaque here. */
  columns: v.fallback(v.optional(v.unknown()), undefined),
  windowBounds: v.fallback(v.optional(bounds), undefined),
  /** Absolute paths, the newest first. */
  recentFiles: v.fallback(v.optional(v.array(v.string()), []), []),
  /** Values are shown instead of dots when a document opens. */
  revealValues: v.fallback(v.optional(v.boolean(), false), false),
});
export type Settings = v.InferOutput<typeof settingsSchema>;
