import { run } from '../programs.ts';
import { predict } from './predict.ts';
import type { RealProgram } from './program.ts';
import { wgetSession } from './wget-session.ts';

/** Three comments and a blank line come before the cookies. */
const WGET = { command: 'wget', headerLines: 4, canAsk: () => true };

/** Debian's wget: one process a file. */
export const realWget: RealProgram = {
  clientId: 'wget',
  command: 'wget',
  async version() {
    const { stdout } = await run(['wget', '--version']);
    return /^GNU Wget (\S+)/.exec(stdout.toString())?.[1];
  },
  predict: (probe, version, now) =>
    predict(probe, { clientId: 'wget', version, now, options: { keepSessionCookies: true } }),
  start: (place) => Promise.resolve(wgetSession(WGET, place)),
  limits: [],
};
