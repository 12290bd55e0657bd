import { countOf } from './numbers.ts';

/** What the window says of the time at which cookies end, and of the clock by which they are judged. */
export const expiryMessages = {
  title: (document: string) => `Expiry in ${document}`,
  text: 'A stretch of the timeline shows its cookies in the grid.',
  asOfLabel: 'Judge as of',
  asOfHint: '1 March 2027, in 30 days',
  judge: 'Judge',
  asOfText:
    'For planning: what is expired, problems and verdicts are told as of then. Nothing that is saved changes.',
  asOf: (date: string) => `As of ${date}`,
  backToNow: 'Back to now',
  backTip: 'Cookies are judged as of this moment, not as of now. Click to go back to now.',
  nowAgain: 'Cookies are judged as of now',
  deleteExpired: (count: number) => `Delete ${countOf(count, 'expired cookie', 'expired cookies')}`,
  noneExpired: 'Nothing is expired',
  shift: 'Shift…',
  cap: 'Cap…',
  session: 'Make session cookies…',
  set: 'Set a date…',
} as const;
