import * as v from 'valibot';

/** What a person must hear of work that succeeded all the same; the words are in `notice-text.ts`. */
export const NOTICE_CODES = [
  'mode-tightened',
  'mode-not-changed',
  'ignored-in-git',
  'not-ignored-in-git',
  'durability-uncertain',
  'old-content-kept',
  'recovery-off',
  'version-not-kept',
  'schema-newer',
] as const;
export type NoticeCode = (typeof NOTICE_CODES)[number];

/** Facts are paths, modes and errno names, never a value. */
export const notice = v.object({
  code: v.picklist(NOTICE_CODES),
  data: v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])),
});
export type Notice = v.InferOutput<typeof notice>;
