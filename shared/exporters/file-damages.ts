import { finalNewlineMissing } from '../rules/final-newline-missing.ts';
import { headerMissing } from '../rules/header-missing.ts';
import { headerUnknown } from '../rules/header-unknown.ts';
import type { EpochSeconds } from '../cookie/cookie.ts';
import type { EntryDamage, ExporterFacts, FileDamage, Loss } from './exporter.ts';

/** The exporter does not end the last line. */
export const noFinalNewline: FileDamage = {
  id: 'no-final-newline',
  scope: 'file',
  title: 'Last line has no end',
  explanation:
    'The exporter does not end the last line: curl 8.7 to 8.13 can lose it, and a line appended by another program would join it.',
  certainty: 'certain',
  cure: 'repair',
  patch: ({ document }) =>
    finalNewlineMissing.check(document) === undefined ? undefined : { finalNewline: true },
};

/** The program writes no header line. */
export const noHeader: FileDamage = {
  id: 'no-header',
  scope: 'file',
  title: 'No header line',
  explanation: 'The program writes no header line, without which Python, yt-dlp and Perl refuse the file.',
  certainty: 'certain',
  cure: 'repair',
  patch: ({ document }) => (headerMissing.check(document) === undefined ? undefined : { header: 'insert' }),
};

/** The program writes a header of its own. */
export const otherHeader: FileDamage = {
  id: 'other-header',
  scope: 'file',
  title: 'A header of its own',
  explanation:
    'The program writes a header line of its own, which Python, yt-dlp and Perl do not know: they refuse the file.',
  certainty: 'certain',
  cure: 'repair',
  patch: ({ document }) => (headerUnknown.check(document) === undefined ? undefined : { header: 'replace' }),
};

/** The program never writes the HttpOnly mark. */
export const httpOnlyLost: Loss = {
  id: 'http-only-lost',
  scope: 'lost',
  title: 'HttpOnly not written',
  explanation:
    'The program does not write which cookies are HttpOnly: any of them may have been. The file no longer says, so it cannot be mended; export again with another program where it matters.',
  certainty: 'possible',
  cure: 'none',
  entries: ({ tally }) => (tally.httpOnly > 0 || tally.entries === 0 ? undefined : tally.entries),
};

/** The program keeps no session cookies, so they are not in the file at all. */
export const sessionsLeftOut: Loss = {
  id: 'sessions-left-out',
  scope: 'lost',
  title: 'Session cookies left out',
  explanation:
    'The program writes no session cookies unless it is told to: a login that rests on one is not in this file.',
  certainty: 'possible',
  cure: 'none',
  entries: ({ tally }) => (tally.session > 0 ? undefined : 0),
};

const DAY: EpochSeconds = 86_400;
/** A file is often saved some time after it was exported, through the clipboard. */
const LONGEST_DELAY: EpochSeconds = 3_600;

/** The expiry that the exporter made up for session cookies, as far as can be told: one day after the export. */
function inventedExpiry(facts: ExporterFacts): EpochSeconds | undefined {
  const { written, writtenKnown } = facts;
  const latest = written + DAY;
  const shared = facts.mostCommonExpiry(writtenKnown ? latest - LONGEST_DELAY : 1, latest);
  if (shared === undefined || (!writtenKnown && shared.entries < 2)) return undefined;
  return shared.expiry;
}

/** The exporter gives session cookies an expiry of one day after the export. */
export const sessionInADay: EntryDamage = {
  id: 'session-in-a-day',
  scope: 'entry',
  title: 'Session cookies given one day',
  explanation:
    'The exporter writes session cookies as expiring a day after the export; the entries that share such an expiry may be session cookies.',
  certainty: 'possible',
  cure: 'choice',
  expiries: (facts) => {
    const invented = inventedExpiry(facts);
    return (expiry) => expiry === invented;
  },
  patch: () => ({ expiry: '0' }),
};

/** What HTTrack writes for every cookie: 2033-05-18. */
const HTTRACK_EXPIRY: EpochSeconds = 1_999_999_999;

/** HTTrack writes the same expiry for all cookies. */
export const expiryInvented: EntryDamage = {
  id: 'expiry-invented',
  scope: 'entry',
  title: 'The same expiry for every cookie',
  explanation:
    'The program does not keep expiries and writes 1999999999 (in 2033) for every cookie; as session cookies they would be sent just the same.',
  certainty: 'certain',
  cure: 'choice',
  expiries: () => (expiry) => expiry === HTTRACK_EXPIRY,
  patch: () => ({ expiry: '0' }),
};

/** HTTrack writes FALSE as the secure flag of all cookies. */
export const secureLost: Loss = {
  id: 'secure-lost',
  scope: 'lost',
  title: 'Secure not written',
  explanation:
    'The program writes FALSE as the secure flag of every cookie: those that were meant for HTTPS alone are sent over plain HTTP too, and the file no longer says which.',
  certainty: 'possible',
  cure: 'none',
  entries: ({ tally }) => (tally.entries === 0 ? undefined : tally.entries),
};
