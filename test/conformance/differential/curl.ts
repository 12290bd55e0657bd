import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../programs.ts';
import { predict } from './predict.ts';
import type { Observed, Place, Probe, RealProgram, Session } from './program.ts';

/** The cookie lines of a file that curl wrote. Its own comments go; a cookie line that begins with `#` has the mark. */
function writtenBy(file: string): readonly string[] {
  const lines = readFileSync(file, 'latin1').split('\n');
  return lines.filter((line) => line !== '' && (!line.startsWith('#') || /^#HttpOnly_|^#.*\t/.test(line)));
}

const OPTIONS = ['-q', '-sS', '--insecure', '--globoff', '--path-as-is', '--noproxy', ''];
const TOO_LARGE = 100;

function session({ folder, proxy }: Place): Session {
  let asked = 0;
  return {
    async observe({ bytes, urls }: Probe): Promise<Observed> {
      writeFileSync(join(folder, 'in.txt'), bytes, 'latin1');
      rmSync(join(folder, 'out.txt'), { force: true });
      const numbered = urls.map((url) => `${url}?n=${++asked}`);
      const outputs = numbered.flatMap((url) => ['-o', '/dev/null', url]);
      const command = ['curl', ...OPTIONS, '-x', proxy.address, '-b', 'in.txt', '-c', 'out.txt', ...outputs];
      const ran = await run(command, { cwd: folder });
      if (ran.status === TOO_LARGE) return { refused: true };
      if (ran.status !== 0) throw new Error(`curl ended with ${ran.status}: ${ran.stderr.toString()}`);
      return {
        refused: false,
        jar: writtenBy(join(folder, 'out.txt')),
        sent: numbered.map((url) => proxy.take(url)?.join('; ')),
      };
    },
    close: () => Promise.resolve(),
  };
}

/** Debian's curl: one process a file. */
export const realCurl: RealProgram = {
  clientId: 'curl',
  command: 'curl',
  async version() {
    const { stdout } = await run(['curl', '--version']);
    return /^curl (\S+)/.exec(stdout.toString())?.[1];
  },
  predict: (probe, version, now) => predict(probe, { clientId: 'curl', version, now }),
  start: (place) => Promise.resolve(session(place)),
  limits: [],
};
