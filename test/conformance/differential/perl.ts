import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { run } from '../programs.ts';
import { predict } from './predict.ts';
import type { Observed, Place, Probe, RealProgram, Session } from './program.ts';

const script = fileURLToPath(new URL('perl-jar.pl', import.meta.url));

/** One Perl for all files. */
function session({ folder }: Place): Session {
  const child = spawn('perl', [script], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  return {
    async observe({ bytes, urls }: Probe): Promise<Observed> {
      writeFileSync(join(folder, 'in.txt'), bytes, 'latin1');
      rmSync(join(folder, 'out.txt'), { force: true });
      child.stdin.write(`${['in.txt', 'out.txt', ...urls].join('\t')}\n`);
      const answer = await answers.next();
      if (answer.done === true) throw new Error('Perl has ended');
      const [loaded, ...sent] = answer.value.split('\t');
      if (loaded !== '1') return { refused: true };
      return {
        refused: false,
        jar: savedLines(join(folder, 'out.txt')),
        sent: urls.map((_, at) => Buffer.from(sent[at] ?? '', 'hex').toString('latin1')),
      };
    },
    async close() {
      child.stdin.end();
      await ended;
    },
  };
}

/** The lines behind the three comments and the blank line that HTTP::Cookies begins a file with. */
function savedLines(file: string): readonly string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'latin1').split('\n').slice(4, -1);
}

/** Debian's HTTP::Cookies. */
export const realPerl: RealProgram = {
  clientId: 'perl',
  command: 'perl',
  async version() {
    const { stdout } = await run(['perl', '-MHTTP::Cookies', '-e', 'print $HTTP::Cookies::VERSION']);
    return /^[\d.]+/.exec(stdout.toString())?.[0];
  },
  predict: (probe, version, now) => predict(probe, { clientId: 'perl', version, now }),
  start: (place) => Promise.resolve(session(place)),
  limits: [],
};
