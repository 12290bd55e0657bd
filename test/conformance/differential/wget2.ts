import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../programs.ts';
import { predict } from './predict.ts';
import type { Observed, Place, Prediction, Probe, RealProgram, Session } from './program.ts';

const OPTIONS = ['-q', '--no-config', '--no-hsts', '--no-check-certificate', '-t', '1', '-O', '/dev/null'];
const COOKIES = ['--load-cookies', 'in.txt', '--save-cookies', 'out.txt', '--keep-session-cookies'];
const NETWORK_FAILURE = 4;

function session({ folder, proxy }: Place): Session {
  const env = { http_proxy: proxy.address, https_proxy: proxy.address };
  let asked = 0;
  return {
    async observe({ bytes, urls }: Probe): Promise<Observed> {
      writeFileSync(join(folder, 'in.txt'), bytes, 'latin1');
      rmSync(join(folder, 'out.txt'), { force: true });
      const numbered = urls.map((url) => lowerCaseHost(`${url}?n=${++asked}`));
      // Behind a proxy 1.99.1 cannot ask for IPv6 addresses, and waits for ever when asked for HTTPS.
      const possible = numbered.filter((url) => /^http:\/\/[^[]/.test(url));
      const addresses = possible.length > 0 ? possible : [`http://example.com/?n=${++asked}`];
      const command = ['wget2', ...OPTIONS, ...COOKIES, ...addresses];
      const ran = await run(command, { cwd: folder, env });
      if (ran.status !== 0 && ran.status !== NETWORK_FAILURE) {
        throw new Error(`wget2 ended with ${ran.status}: ${ran.stderr.toString()}`);
      }
      return {
        refused: false,
        jar: savedLines(join(folder, 'out.txt')),
        sent: numbered.map((url) => proxy.take(url)?.join('; ')),
      };
    },
    close: () => Promise.resolve(),
  };
}

/** As wget2 writes it into its request. */
function lowerCaseHost(url: string): string {
  return url.replace(/^\w+:\/\/[^/]*/, (origin) => origin.toLowerCase());
}

/** The lines behind the two comments and the blank line that 1.99.1 begins a file with. */
function savedLines(file: string): readonly string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'latin1').split('\n').slice(3, -1);
}

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
  start: (place) => Promise.resolve(session(place)),
  limits: [{ why: 'a dropped line gives away the memory of the one before it', applies: losesMemory }],
};
