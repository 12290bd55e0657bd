import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';

/** A screen that nobody sees, for programs that need one. */
export interface Display {
  /** What DISPLAY must say. */
  readonly name: string;
  dispose(): void;
}

/** Starts Xvfb on the first free display. */
export async function startDisplay(): Promise<Display> {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1440x960x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const number = await firstLine(server);
  return { name: `:${number}`, dispose: () => void server.kill() };
}

/** The first line that a program prints; rejects when it ends, or says nothing for 20 s. */
export function firstLine(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const timer = setTimeout(() => reject(new Error('The program printed nothing for 20 s.')), 20_000);
    program.once('error', reject);
    program.once('exit', (code) => reject(new Error(`The program ended (${code}) before its first line.`)));
    program.stdout?.on('data', (bytes: Buffer) => {
      printed += bytes.toString('utf8');
      const end = printed.indexOf('\n');
      if (end < 0) return;
      clearTimeout(timer);
      resolve(printed.slice(0, end));
    });
  });
}
