import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { expect } from 'vitest';
import type { DocumentInfo } from '#shared/api/document.ts';
import { CALL_PATH, SESSION_PATH } from '#shared/api/http.ts';

const children = new Set<ChildProcess>();

interface Start {
  /** Where its own folder for data is made. */
  readonly folder: string;
  readonly files: readonly string[];
  /** What the shell is told before the program: `exec` alone, or a mask, or a tracer as well. */
  readonly before?: string;
}

/** A running `crumbs serve`, spoken to as the page does. */
export class Served {
  readonly #child: ChildProcess;
  readonly #origin: string;
  readonly #secret: string;
  /** What it told the person. */
  readonly said: () => string;

  private constructor(child: ChildProcess, origin: string, secret: string, said: () => string) {
    this.#child = child;
    this.#origin = origin;
    this.#secret = secret;
    this.said = said;
  }

  static async start(program: string, { folder, files, before = 'exec' }: Start): Promise<Served> {
    const given = ['-c', `${before} "$0" "$@"`, process.execPath, program, 'serve', ...files];
    const child = spawn('/bin/sh', given, {
      env: { ...process.env, CRUMBS_DATA_DIR: path.join(folder, 'data'), UV_USE_IO_URING: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
      // What a tracer traces goes on when the tracer is killed: both are, as a group of their own.
      detached: true,
    });
    children.add(child);
    let out = '';
    let said = '';
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (said += data.toString()));
    await expect.poll(() => `${out}${child.exitCode === null ? '' : said}`).toMatch(/http:\S+\n/);
    const url = new URL(/http:\S+/.exec(out)?.[0] ?? '');
    const token = url.hash.split('=')[1];
    const answer = await fetch(url.origin + SESSION_PATH, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    const { secret } = (await answer.json()) as { secret: string };
    return new Served(child, url.origin, secret, () => said);
  }

  async call<Result>(method: string, params: unknown): Promise<Result> {
    const answer = await fetch(this.#origin + CALL_PATH + method, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.#secret}` },
      body: JSON.stringify(params),
    });
    const body = (await answer.json()) as { result: Result; error?: { code: string } };
    if (body.error !== undefined) throw new Error(body.error.code);
    return body.result;
  }

  list(): Promise<DocumentInfo[]> {
    return this.call('document.list', {});
  }

  async content(document: string): Promise<string> {
    const { base64 } = await this.call<{ base64: string }>('document.bytes', { document });
    return Buffer.from(base64, 'base64').toString('latin1');
  }

  setValue(document: string, id: number, text: string): Promise<unknown> {
    return this.call('edit.set', { document, target: { ids: [id] }, field: 'value', text });
  }

  /** No chance to do anything more. */
  async kill(): Promise<void> {
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    killGroup(this.#child);
    await gone;
  }

  /** Ends those that a test that failed left. */
  static killAll(): void {
    for (const child of children) killGroup(child);
  }
}

function killGroup(child: ChildProcess): void {
  children.delete(child);
  if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
}
