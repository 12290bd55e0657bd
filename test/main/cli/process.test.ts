import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildProgram, builtProgram } from './built-program.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';

const program = builtProgram('test-cli');
const folder = temporaryFolder();
const CANARY = 'canary90b3e2Value';

function jar(entries: number): string {
  const file = path.join(folder, `jar-${entries}.txt`);
  const lines = Array.from(
    { length: entries },
    (_, at) => `.example.com\tTRUE\t/\tTRUE\t4000000000\tname${at}\t${CANARY}${at}\n`,
  );
  fs.writeFileSync(file, `# Netscape HTTP Cookie File\n\n${lines.join('')}`, { mode: 0o600 });
  return file;
}

function crumbs(
  args: readonly string[],
  options: { readonly input?: string; readonly stdout?: number } = {},
) {
  const { input, stdout } = options;
  return spawnSync(process.execPath, [program, ...args], {
    encoding: 'latin1',
    maxBuffer: 1 << 28,
    env: { ...process.env, CRUMBS_DATA_DIR: path.join(folder, 'data') },
    ...(input !== undefined && { input }),
    ...(stdout !== undefined && { stdio: ['ignore', stdout, 'pipe'] }),
  });
}

beforeAll(() => buildProgram('test-cli'), 60_000);

describe('the crumbs program', { timeout: 20_000 }, () => {
  test('writes large output whole, though the process ends right after it', () => {
    const file = jar(20_000);
    const { status, stdout } = crumbs(['convert', file, '--to', 'netscape']);
    expect({ status, same: stdout === fs.readFileSync(file, 'latin1') }).toEqual({ status: 0, same: true });
  });

  test('reads standard input', () => {
    const { status, stdout } = crumbs(['list', '-', '--json'], { input: fs.readFileSync(jar(3), 'latin1') });
    expect({ status, entries: JSON.parse(stdout).files[0].entries.length }).toEqual({
      status: 0,
      entries: 3,
    });
  });

  test.runIf(fs.existsSync('/dev/full'))('fails when the output cannot be written', () => {
    const full = fs.openSync('/dev/full', 'w');
    const { status, stderr } = crumbs(['list', jar(3)], { stdout: full });
    fs.closeSync(full);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^crumbs: The output could not be written/);
  });

  test('is quiet when its reader stops reading', async () => {
    const child = spawn(process.execPath, [program, 'convert', jar(20_000), '--to', 'netscape'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let err = '';
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('exit', resolve));
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  test('checks to the end when its reader stops reading', async () => {
    const file = path.join(folder, 'broken-flag.txt');
    const lines = Array.from(
      { length: 20_000 },
      (_, at) => `.example.com\tTRUE\t/\tFALSE\t4000000000\t__Secure-${at}\t${CANARY}\n`,
    );
    fs.writeFileSync(file, `# Netscape HTTP Cookie File\n\n${lines.join('')}`);
    const child = spawn(process.execPath, [program, 'check', file, '--fail-on=warning'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let err = '';
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('exit', resolve));
    expect({ code, err }).toEqual({ code: 1, err: '' });
  });

  test('serves the window on a link that opens the files, until it is told to end', async () => {
    const child = spawn(process.execPath, [program, 'serve', jar(3)], { stdio: ['ignore', 'pipe', 'pipe'] });
    const url = new URL(String(await once(child.stdout, 'data')));
    expect(await (await fetch(url.origin)).text()).toContain('<title>Window</title>');
    const post = (target: string, body: object, headers: Record<string, string> = {}): Promise<Response> =>
      fetch(url.origin + target, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
    const session = await post('/session', { token: url.hash.replace('#token=', '') });
    const { secret } = (await session.json()) as { secret: string };
    const listed = await post('/api/document.list', {}, { authorization: `Bearer ${secret}` });
    const { result } = (await listed.json()) as { result: object[] };
    expect(result).toMatchObject([{ title: 'jar-3.txt', entries: 3, watching: true }]);
    const exited = once(child, 'exit');
    child.kill('SIGINT');
    expect(await exited).toEqual([0, null]);
  });

  test('asks once before unsaved changes are lost with Ctrl+C, and not when the system insists', async () => {
    for (const [signals, warned] of [
      [['SIGINT', 'SIGINT'], true],
      [['SIGTERM'], false],
    ] as const) {
      const child = spawn(process.execPath, [program, 'serve', jar(3)], {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, CRUMBS_DATA_DIR: path.join(folder, `data-${signals.length}`) },
      });
      let told = '';
      child.stderr.on('data', (data: Buffer) => (told += data.toString()));
      const url = new URL(String(await once(child.stdout, 'data')));
      const post = (target: string, body: object, authorization = ''): Promise<Response> =>
        fetch(url.origin + target, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization },
          body: JSON.stringify(body),
        });
      const session = await post('/session', { token: url.hash.replace('#token=', '') });
      const { secret } = (await session.json()) as { secret: string };
      const edit = { document: 'd1', target: { ids: [2] } };
      expect((await post('/api/edit.remove', edit, `Bearer ${secret}`)).status).toBe(200);
      const exited = once(child, 'exit');
      for (const signal of signals) {
        child.kill(signal);
        if (warned) await expect.poll(() => told).toContain('unsaved changes');
        // Two signals nearer than half a second are one press of the keys.
        await new Promise((resolve) => setTimeout(resolve, 600));
      }
      expect(await exited).toEqual([0, null]);
      expect(told.includes('unsaved changes')).toBe(warned);
    }
  });

  test('says no value and no stack trace when a file fails', () => {
    const file = path.join(folder, 'broken.json');
    fs.writeFileSync(file, `[{"name": "a", "value": "${CANARY}", "domain": oops}]`);
    const { status, stdout, stderr } = crumbs(['check', file, '--json', '--from', 'cookie-editor']);
    expect(status).toBe(2);
    expect(stdout + stderr).not.toContain(CANARY);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
