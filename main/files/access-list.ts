import { spawn } from 'node:child_process';

/** `ls` answers in milliseconds; a file system that lets it wait for longer is not waited for. */
const PATIENCE_MS = 2_000;
/** Where a program's own open files begin. */
const FIRST = 3;

/**
 * Whether one of some open files has an access list (POSIX ACL) beside its mode. Node has no call for it, but `ls` of GNU puts a `+` behind the
 * mode. It is given the open files themselves: no name is told to anybody. False where there is no such `ls` (Windows, macOS, BusyBox).
 */
export async function hasAccessList(files: readonly number[]): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  return new Promise((resolve) => {
    const child = spawn('ls', ['-ldL', ...files.map((_, at) => `/dev/fd/${at + FIRST}`)], {
      stdio: ['ignore', 'pipe', 'ignore', ...files],
      env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
      timeout: PATIENCE_MS,
      killSignal: 'SIGKILL',
    });
    let out = '';
    child.stdout?.on('data', (data: Buffer) => (out += data.toString('latin1')));
    child.once('error', () => resolve(false));
    child.once('close', () => resolve(/^\S{10}\+/m.test(out)));
  });
}
