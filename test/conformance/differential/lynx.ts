import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../programs.ts';
import { predict } from './predict.ts';
import type { Observed, Place, Prediction, Probe, RealProgram, Session } from './program.ts';

const SETTINGS = 'SET_COOKIES:TRUE\nACCEPT_ALL_COOKIES:TRUE\nPERSISTENT_COOKIES:TRUE\n';
const OPTIONS = ['-cfg=lynx.cfg', '-dump', '-noredir', '-cookie_file=in.txt', '-cookie_save_file=out.txt'];
const MAX_HEADER = 4000;

/** One process an address: each of them loads and saves, and only HTTP can be observed. */
function session({ folder, proxy }: Place): Session {
  const env = { http_proxy: `${proxy.address}/`, TERM: 'dumb' };
  writeFileSync(join(folder, 'lynx.cfg'), SETTINGS);
  const ask = async (url: string): Promise<string | undefined> => {
    rmSync(join(folder, 'out.txt'), { force: true });
    const ran = await run(['lynx', ...OPTIONS, url], { cwd: folder, env });
    if (ran.status === null) throw new Error(`lynx does not end: ${ran.stderr.toString()}`);
    return proxy.take(url)?.join('; ');
  };
  return {
    async observe({ bytes, urls }: Probe): Promise<Observed> {
      writeFileSync(join(folder, 'in.txt'), bytes, 'latin1');
      const sent: (string | undefined)[] = [];
      for (const url of urls) {
        // As lynx writes it into its request: in lower case, without a full stop at the end of the host.
        const asked = url.replace('EXAMPLE', 'example').replace(/\.(?=\/(?!\/))/, '');
        sent.push(url.startsWith('http:') ? await ask(asked) : undefined);
      }
      if (!urls.some((url) => url.startsWith('http:'))) await ask('http://example.org/');
      return { refused: false, jar: savedLines(join(folder, 'out.txt')), sent };
    },
    close: () => Promise.resolve(),
  };
}

function savedLines(file: string): readonly string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'latin1').split('\n').slice(0, -1);
}

function sendsMuch(_: Probe, { observed }: Prediction): boolean {
  return (observed.sent ?? []).some((header) => (header ?? '').length > MAX_HEADER);
}

/** Debian's lynx. */
export const realLynx: RealProgram = {
  clientId: 'lynx',
  command: 'lynx',
  async version() {
    const { stdout } = await run(['lynx', '-version'], { env: { TERM: 'dumb' } });
    return /^Lynx Version (\S+)/m.exec(stdout.toString())?.[1];
  },
  predict: (probe, version, now) => predict(probe, { clientId: 'lynx', version, now }),
  start: (place) => Promise.resolve(session(place)),
  limits: [
    { why: 'what it sends of more than 4,000 bytes is not modelled', applies: sendsMuch },
    {
      why: 'a NUL byte now and then has it end with a corrupted memory',
      applies: ({ bytes }) => bytes.includes('\0'),
    },
  ],
};
