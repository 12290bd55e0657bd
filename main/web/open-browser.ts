import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const LIFETIME_MS = 60_000;

/**
 * Opens a link in the person's browser through a file that only they can read: a program's arguments can be read by
 * everybody on the machine, and the link holds a secret. Gives what takes the file away again; a minute does too.
 */
export async function openBrowser(url: string): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'crumbs-open-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const file = path.join(folder, 'open.html');
  const page = `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${url}"><title>Crumbs</title>`;
  await writeFile(file, page, { mode: 0o600, flag: 'wx' });
  setTimeout(() => void remove(), LIFETIME_MS).unref();
  const [program, ...rest] = opener(process.platform);
  const child = spawn(program, [...rest, pathToFileURL(file).href], { stdio: 'ignore', detached: true });
  // Scenario: there is no opener on this machine; the printed link is the way in then.
  child.on('error', () => void remove());
  child.unref();
  return remove;
}

function opener(platform: NodeJS.Platform): [string, ...string[]] {
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['cmd', '/c', 'start', ''];
  return ['xdg-open'];
}
