import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildProgram, builtProgram } from '../main/cli/built-program.ts';
import { temporaryFolder } from '../main/files/temporary-folder.ts';
import { canRun } from './save-runs.ts';

const program = builtProgram('test-sockets');
const root = temporaryFolder();
const hasTracer = canRun('strace', '-o', '/dev/null', 'true');
const LINE = 'example.com\tTRUE\t/\tTRUE\t4000000000\tname\tvalue\n';

beforeAll(() => buildProgram('test-sockets'), 60_000);

/** Calls of a program that have to do with other machines: sockets of the internet, and what is done with them. */
async function networkCalls(command: readonly string[], until?: RegExp): Promise<string[]> {
  const log = path.join(root, 'trace');
  const given = ['-f', '-qq', '-o', log, '-e', 'trace=socket,connect,bind,listen,sendto', ...command];
  const child = spawn('strace', given, {
    env: { ...process.env, CRUMBS_DATA_DIR: path.join(root, 'data') },
    stdio: ['ignore', 'pipe', 'ignore'],
    // A tracer does not end while what it traces goes on: both are told, as a group of their own.
    detached: true,
  });
  let out = '';
  child.stdout.on('data', (data: Buffer) => {
    out += data.toString();
    if (until?.test(out) === true) process.kill(-(child.pid ?? 0), 'SIGTERM');
  });
  await new Promise((resolve) => child.once('close', resolve));
  const lines = fs.readFileSync(log, 'latin1').split('\n');
  return lines
    .map((line) => line.replace(/^\d+ +/, ''))
    .filter((line) => /AF_INET|AF_PACKET|^listen/.test(line));
}

function jar(): string {
  const file = path.join(root, 'jar.txt');
  fs.writeFileSync(file, `# Netscape HTTP Cookie File\n\n${LINE}`, { mode: 0o600 });
  return file;
}

describe.skipIf(!hasTracer)('sockets (not run without strace)', () => {
  it.each(['check', 'list', 'fix', 'verdict', 'restore', 'help'])('crumbs %s opens none', async (command) => {
    const given = command === 'help' ? [command] : [command, jar()];
    if (command === 'fix') given.push('--in-place');
    expect(await networkCalls([process.execPath, program, ...given])).toEqual([]);
  });

  it('crumbs serve opens one, its listener, on this machine alone', { timeout: 30_000 }, async () => {
    const calls = await networkCalls([process.execPath, program, 'serve', jar()], /http:\S+\n/);
    expect(calls.filter((line) => line.startsWith('connect') || line.startsWith('sendto'))).toEqual([]);
    expect(calls.filter((line) => line.startsWith('socket'))).toHaveLength(1);
    expect(calls.filter((line) => line.startsWith('bind'))).toEqual([
      expect.stringMatching(/inet_addr\("127\.0\.0\.1"\)/),
    ]);
    expect(calls.filter((line) => line.startsWith('listen'))).toHaveLength(1);
  });

  it('are seen by the tracer', async () => {
    const script = "require('node:net').connect(9, '127.0.0.1').on('error', () => undefined)";
    const calls = await networkCalls([process.execPath, '-e', script]);
    expect(calls.some((line) => line.startsWith('connect'))).toBe(true);
  });
});
