import type { Reason, ReasonCode } from './reason.ts';

/** A rule is named with each case for which there is one; */
export const BY_CASE = 'by-case';
/** there is nothing to mend: nobody expects a cookie, or none that goes along; */
const NO_TROUBLE = 'no-trouble';

/**
 * What helps against a reason for which the catalogue names no rule: `BY_CASE`, `NO_TROUBLE`, or why no fix of the file
 * does, as a sentence.
 */
export const UNMENDED = {
  comment: NO_TROUBLE,
  'not-read': 'What could not be read is kept in the copy alone.',
  'blank-line': NO_TROUBLE,
  'other-text': NO_TROUBLE,

  'file-refused': BY_CASE,
  'not-in-encoding': 'Only another locale of the machine helps: the file is sound.',
  'is-json': 'Save it as a Netscape cookie file.',
  'other-format': 'Save it as a Netscape cookie file.',
  'is-database': 'It is no text: export the cookies from the program whose database it is.',

  'http-only-is-comment': 'Only taking the mark off helps, which gives HttpOnly up.',
  'field-count': BY_CASE,
  'field-empty': BY_CASE,
  'session-not-loaded': 'The program has an option for it, or the cookie needs an expiry.',
  'control-character': BY_CASE,
  'path-looks-like-flag': 'Which column is missing only a person can tell.',
  'behind-bad-line': BY_CASE,
  'dollar-is-comment': 'A domain or name that begins with a dollar sign is lost to it.',
  'behind-long-line': BY_CASE,
  'swallowed-by-nul': BY_CASE,
  replaced: BY_CASE,
  'removed-by-expired': BY_CASE,
  'set-cookie-limit': 'Only fewer such lines help.',
  'set-cookie-unreadable': 'What the line was meant to say only a person can tell.',
  'pair-too-large': 'Only a shorter value helps.',
  'domain-too-long': 'No host has a name so long.',

  'field-read-as': BY_CASE,
  'header-without-domain': 'Which domain was meant only a person can tell.',
  'domain-never-matches': 'Which host was meant only a person can tell.',
  'domain-read-as': BY_CASE,
  'path-read-as': BY_CASE,
  'expiry-read-as': BY_CASE,
  'read-as-session': BY_CASE,
  'value-cut': BY_CASE,
  'value-with-tabs': BY_CASE,
  'value-changed': BY_CASE,
  'http-only-lost': 'The program has no place for the mark.',
  'host-only-lost': 'The program has no place for it.',
  'never-sent': BY_CASE,
  'sent-to-every-host': BY_CASE,
  'overwritten-by-drop': 'Only a newer version of the program helps.',
  overwritten: 'Only a newer version of the program helps.',
  'too-many-in-domain': 'Only fewer cookies help.',
  'too-many-in-all': 'Only fewer cookies help.',
  'too-many-domains': 'Only fewer domains help.',

  'other-domain': NO_TROUBLE,
  'other-host': NO_TROUBLE,
  'other-port': NO_TROUBLE,
  'other-path': NO_TROUBLE,
  'not-secure': NO_TROUBLE,
  'expired-by-now': NO_TROUBLE,
  'too-many': NO_TROUBLE,
  'header-full': NO_TROUBLE,
  'sent-already': NO_TROUBLE,
  'header-not-latin-1': 'Only another value helps.',
  'local-name': 'The program knows no hosts without a dot.',
  'cross-site': NO_TROUBLE,
} as const satisfies Partial<Readonly<Record<ReasonCode, string>>>;

/** Why rules that reasons name offer no fix: their pages explain, and a person edits. */
export const RULES_WITHOUT_FIX: Readonly<Record<string, string>> = {
  'too-few-fields': 'Which columns are missing only a person can tell.',
  'too-many-fields': 'Which columns are too many only a person can tell.',
  'not-utf-8': 'Which characters were meant only a person can tell.',
  'domain-control-character': 'Which character was meant only a person can tell.',
  'path-control-character': 'Which character was meant only a person can tell.',
  'name-control-character': 'Which character was meant only a person can tell.',
  'value-control-character': 'Which character was meant only a person can tell.',
  'nul-byte': 'What stood in its place only a person can tell.',
  'carriage-return-inside': 'Whether two lines were meant only a person can tell.',
  'domain-empty': 'Which host was meant only a person can tell.',
  'domain-single-label': 'Which host was meant only a person can tell.',
  'domain-public-suffix': 'Which host was meant only a person can tell.',
  'domain-twins': 'Which of the two was meant only a person can tell.',
  'name-empty': 'Which name was meant only a person can tell.',
  'name-dollar': 'No other name would be the same cookie.',
  'size-over-limit': 'Only a shorter value helps.',
  'line-too-long-for-curl': 'Only a shorter value helps.',
  'lifetime-over-400-days': 'Whatever is written, browsers cut it.',
};

const SENTENCES: Readonly<Record<string, string>> = UNMENDED;

/** Why no fix of the file helps against a reason; nothing where one does, or where there is nothing to mend. */
export function whyUnmended({ code, rule }: Reason): string | undefined {
  if (rule !== undefined) return RULES_WITHOUT_FIX[rule];
  const told = SENTENCES[code];
  return told === BY_CASE || told === NO_TROUBLE ? undefined : told;
}
