import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../programs.ts';
import { predict } from './predict.ts';
import type { Observed, Place, Prediction, Probe, RealProgram, Session } from './program.ts';

const SETTINGS = 'SET_COOKIES:TRUE\nACCEPT_ALL_COOKIES:TRUE\nPERSISTENT_COOKIES:TRUE\n';
const OPTIONS = ['-cfg=lynx.cfg', '-dump', '-noredir', '-cookie_file=in.txt', '-cookie_save_file=out.txt'];
const MAX_HEADER = 4000;

/**
 * One process an address: each of them loads and saves, and only HTTP can be observed. Now and then lynx ends with a
 * corrupted memory; nothing is observed then.
 */
function session({ folder, proxy }: Place): Session {
  const env = { http_proxy: `${proxy.address}/`, TERM: 'dumb' };
  writeFileSync(join(folder, 'lynx.cfg'), SETTINGS);
  const ask = async (address: string) => {
    // As lynx writes it into its request: in lower case, without a full stop at the end of the host.
    const url = address.replace('EXAMPLE', 'example').replace(/\.(?=\/(?!\/))/, '');
    rmSync(join(folder, 'out.txt'), { force: true });
    const ran = await run(['lynx', ...OPTIONS, url], { cwd: folder, env });
    const sent = proxy.take(url)?.join('; ');
    return ran.status === null ? undefined : { sent, jar: savedLines(join(folder, 'out.txt')) };
  };
  return {
    async observe({ bytes, urls }: Probe): Promise<Observed> {
      writeFileSync(join(folder, 'in.txt'), bytes, 'latin1');
      const answers = [];
      for (const url of urls) answers.push(url.startsWith('http:') ? await ask(url) : undefined);
      const jar = answers.find((answer) => answer !== undefined)?.jar;
      const sent = answers.map((answer) => answer?.sent);
      return { refused: false, ...(jar !== undefined && { jar }), sent };
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
  limits: [{ why: 'what it sends of more than 4,000 bytes is not modelled', applies: sendsMuch }],
};
