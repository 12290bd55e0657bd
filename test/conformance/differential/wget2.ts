import { run } from '../programs.ts';
import { predict } from './predict.ts';
import type { Prediction, Probe, RealProgram } from './program.ts';
import { wgetSession } from './wget-session.ts';

/**
 * Two comments and a blank line come before the cookies. Behind a proxy 1.99.1 cannot ask for IPv6 addresses, and waits for ever when
 * asked for HTTPS.
 */
const WGET2 = { command: 'wget2', headerLines: 3, canAsk: (url: string) => /^http:\/\/[^[]/.test(url) };

function losesMemory(_: Probe, { jar }: Prediction): boolean {
  return [...jar.reasons.values()].some((reasons) =>
    reasons.some(({ code }) => code === 'overwritten-by-drop'),
  );
}

/** Debian's wget2: one process a file. */
export const realWget2: RealProgram = {
  clientId: 'wget2',
  command: 'wget2',
  async version() {
    const { stdout } = await run(['wget2', '--version']);
    return /^GNU Wget2 (\S+)/.exec(stdout.toString())?.[1];
  },
  predict: (probe, version, now) =>
    predict(probe, { clientId: 'wget2', version, now, options: { keepSessionCookies: true } }),
  start: (place) => Promise.resolve(wgetSession(WGET2, place)),
  limits: [{ why: 'a dropped line gives away the memory of the one before it', applies: losesMemory }],
};
