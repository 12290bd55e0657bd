import * as v from 'valibot';
import { SHELL_IDS } from '../exports/shells/shell.ts';
import { method } from './method.ts';
import { sort } from './view.ts';

/** Programs and browsers as a person names them: `curl`, `wget 1.21.3`. */
const programs = v.pipe(v.array(v.pipe(v.string(), v.maxLength(60))), v.maxLength(100));

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** The least and the most that each number among the settings may be. */
export const BOUNDS = {
  maskDots: [3, 24],
  hideAfter: [0, 3600],
  clearAfter: [0, 3600],
  count: [0, 10_000],
  days: [0, 36_500],
  megabytes: [0, 1_000_000],
} as const;

/** How long the name of a saved view may be. */
export const MOST_NAME = 60;

const column = v.strictObject({
  id: v.pipe(v.string(), v.maxLength(40)),
  shown: v.boolean(),
  width: v.optional(v.number()),
  pinned: v.optional(v.boolean()),
});

/** A query, an order and the columns, by the name that the person gave. */
export const savedView = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(MOST_NAME)),
  query: v.pipe(v.string(), v.maxLength(10_000)),
  sort,
  /** From left to right; absent for a view that leaves the columns as they are. */
  columns: v.optional(v.pipe(v.array(column), v.maxLength(60))),
});
export type SavedView = v.InferOutput<typeof savedView>;
export type SavedColumn = v.InferOutput<typeof column>;

/** What is kept of earlier versions: how many of a file, for how long, and how much all of them together may take. */
const restorePoints = v.strictObject({
  count: whole(...BOUNDS.count),
  days: v.pipe(v.number(), v.minValue(BOUNDS.days[0]), v.maxValue(BOUNDS.days[1])),
  megabytes: v.pipe(v.number(), v.minValue(BOUNDS.megabytes[0]), v.maxValue(BOUNDS.megabytes[1])),
});

/** Keys in Electron's spelling by command id; a command that is named here has these keys and no others. */
const keys = v.record(
  v.pipe(v.string(), v.maxLength(60)),
  v.pipe(v.array(v.pipe(v.string(), v.maxLength(60))), v.maxLength(8)),
);

/** What a person can choose, each setting with what it may be. */
export const preferences = v.object({
  theme: v.picklist(['system', 'light', 'dark']),
  density: v.picklist(['compact', 'comfortable']),
  /** The programs whose verdicts the person wants to see, and the browsers. */
  clients: programs,
  browsers: programs,
  /** How many dots stand for any value. */
  maskDots: whole(...BOUNDS.maskDots),
  /** Values are shown instead of dots when a document opens. */
  revealValues: v.boolean(),
  /** Values that were shown are masked again after so many seconds; 0: when the person does it. */
  hideAfter: whole(...BOUNDS.hideAfter),
  /** A copied value leaves the clipboard after so many seconds; 0: it stays. */
  clearAfter: whole(...BOUNDS.clearAfter),
  restorePoints,
  /** Rules whose findings the person does not want to hear of, by id. */
  ignoredRules: v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(500)),
  keys,
  views: v.pipe(v.array(savedView), v.maxLength(200)),
  /** The shell that exported commands are for; `usual`: that of the machine. */
  exportShell: v.picklist(['usual', ...SHELL_IDS]),
  /** The tour was taken, or was not wanted. */
  toured: v.boolean(),
});
export type Preferences = v.InferOutput<typeof preferences>;

/** What holds until the person says otherwise. */
export const USUAL_PREFERENCES: Preferences = {
  theme: 'system',
  density: 'compact',
  clients: ['curl', 'wget', 'yt-dlp', 'python'],
  browsers: ['chromium', 'firefox'],
  maskDots: 8,
  revealValues: false,
  hideAfter: 0,
  clearAfter: 30,
  restorePoints: { count: 50, days: 90, megabytes: 512 },
  ignoredRules: [],
  keys: {},
  views: [],
  exportShell: 'usual',
  toured: false,
};

/** What was wrong with the file that settings are kept in. */
export const settingsTrouble = v.variant('kind', [
  /** It was not JSON, and has another name now. */
  v.object({ kind: v.literal('setAside'), file: v.string() }),
  /** It could not be read at all; `code` is that of an `AppError`. */
  v.object({ kind: v.literal('unreadable'), code: v.string() }),
  /** Some settings were none that this program takes; their usual values hold. */
  v.object({ kind: v.literal('unfit'), names: v.array(v.string()) }),
]);
export type SettingsTrouble = v.InferOutput<typeof settingsTrouble>;

export const settingsMethods = {
  'settings.get': method(v.strictObject({}), v.object({ preferences, trouble: v.optional(settingsTrouble) })),
  /** Changes some settings, for every window and the command line. */
  'settings.change': method(v.strictObject(v.partial(preferences).entries), preferences),
};
