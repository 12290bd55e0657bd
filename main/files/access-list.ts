import { spawn } from 'node:child_process';

/** `ls` answers in milliseconds; a file system that lets it wait for longer is not waited for. */
const PATIENCE_MS = 2_000;

/**
 * Whether an open file has an access list (POSIX ACL) beside its mode. Node has no call for it, but `ls` of GNU and the BSDs puts a `+` behind the
 * mode. It is given the file as its standard input: no name is told to anybody. False where there is no such `ls` (Windows, BusyBox).
 */
export async function hasAccessList(file: number): Promise<boolean> {
  if (process.platform === 'win32') return false;
  return new Promise((resolve) => {
    const child = spawn('ls', ['-ldL', '/dev/stdin'], {
      stdio: [file, 'pipe', 'ignore'],
      env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
      timeout: PATIENCE_MS,
      killSignal: 'SIGKILL',
    });
    let out = '';
    child.stdout?.on('data', (data: Buffer) => (out += data.toString('latin1')));
    child.once('error', () => resolve(false));
    child.once('close', () => resolve(/^\S{10}\+/.test(out)));
  });
}
