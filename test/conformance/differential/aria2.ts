import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../programs.ts';
import { predict } from './predict.ts';
import type { Observed, Place, Probe, RealProgram, Session } from './program.ts';

const OPTIONS = ['-q', '--no-conf', '--check-certificate=false', '--dry-run', '--force-sequential', '-j1'];
const COOKIES = ['--load-cookies=in.txt', '--save-cookies=out.txt'];

/** Domain by domain: the order of domains depends on where they lie in memory. Within one it stays. */
export function byDomain(lines: readonly string[]): readonly string[] {
  const domain = (line: string): string => /^\.?([^\t]*)/.exec(line)?.[1] ?? '';
  return lines.toSorted((one, other) => {
    const [left, right] = [domain(one), domain(other)];
    return left === right ? 0 : left < right ? -1 : 1;
  });
}

function session({ folder, proxy }: Place): Session {
  let asked = 0;
  return {
    async observe({ bytes, urls }: Probe): Promise<Observed> {
      writeFileSync(join(folder, 'in.txt'), bytes, 'latin1');
      rmSync(join(folder, 'out.txt'), { force: true });
      // Capitals of a host reach its comparison, while models are asked for hosts in lower case.
      const numbered = urls.map((url) => `${url.replace('EXAMPLE', 'example')}?n=${++asked}`);
      const command = ['aria2c', ...OPTIONS, ...COOKIES, `--all-proxy=${proxy.address}`, ...numbered];
      const ran = await run(command, { cwd: folder });
      if (ran.status === null) throw new Error(`aria2 does not end: ${ran.stderr.toString()}`);
      return {
        refused: false,
        jar: byDomain(savedLines(join(folder, 'out.txt'))),
        sent: numbered.map((url) => proxy.take(url)?.join('; ')),
      };
    },
    close: () => Promise.resolve(),
  };
}

function savedLines(file: string): readonly string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'latin1').split('\n').slice(0, -1);
}

/** Debian's aria2: one process a file. */
export const realAria2: RealProgram = {
  clientId: 'aria2',
  command: 'aria2c',
  async version() {
    const { stdout } = await run(['aria2c', '--version']);
    return /^aria2 version (\S+)/.exec(stdout.toString())?.[1];
  },
  predict(probe, version, now) {
    const { jar, observed } = predict(probe, { clientId: 'aria2', version, now });
    return { jar, observed: { ...observed, jar: byDomain(observed.jar as readonly string[]) } };
  },
  start: (place) => Promise.resolve(session(place)),
  limits: [],
};
