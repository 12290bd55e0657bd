import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../programs.ts';
import type { Observed, Place, Probe, Session } from './program.ts';

const OPTIONS = ['-q', '--no-config', '--no-hsts', '--no-check-certificate', '-t', '1', '-O', '/dev/null'];
const COOKIES = ['--load-cookies', 'in.txt', '--save-cookies', 'out.txt', '--keep-session-cookies'];
const NETWORK_FAILURE = 4;

/** A program with wget's options. */
export interface WgetLike {
  readonly command: string;
  /** How many lines stand before the cookies in a file that it saves. */
  readonly headerLines: number;
  /** Whether it can ask for an address through the proxy. */
  readonly canAsk: (url: string) => boolean;
}

/** One process a file: what it saves, and what it sends to each address. */
export function wgetSession({ command, headerLines, canAsk }: WgetLike, { folder, proxy }: Place): Session {
  const env = { http_proxy: proxy.address, https_proxy: proxy.address };
  let asked = 0;
  return {
    async observe({ bytes, urls }: Probe): Promise<Observed> {
      writeFileSync(join(folder, 'in.txt'), bytes, 'latin1');
      rmSync(join(folder, 'out.txt'), { force: true });
      const numbered = urls.map((url) => lowerCaseHost(`${url}?n=${++asked}`));
      const possible = numbered.filter(canAsk);
      const addresses = possible.length > 0 ? possible : [`http://example.com/?n=${++asked}`];
      const ran = await run([command, ...OPTIONS, ...COOKIES, ...addresses], { cwd: folder, env });
      if (ran.status !== 0 && ran.status !== NETWORK_FAILURE) {
        throw new Error(`${command} ended with ${ran.status}: ${ran.stderr.toString()}`);
      }
      return {
        refused: false,
        jar: savedLines(join(folder, 'out.txt'), headerLines),
        sent: numbered.map((url) => proxy.take(url)?.join('; ')),
      };
    },
    close: () => Promise.resolve(),
  };
}

/** As both programs write it into their requests. */
function lowerCaseHost(url: string): string {
  return url.replace(/^\w+:\/\/[^/]*/, (origin) => origin.toLowerCase());
}

function savedLines(file: string, headerLines: number): readonly string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'latin1').split('\n').slice(headerLines, -1);
}
