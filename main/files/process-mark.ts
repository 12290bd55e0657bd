import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';

/** Two programs that put the start of the system nearer together than this mean the same start. */
const SAME_BOOT_S = 120;

/** A process as a name that no other one has had: its id, when it began, and when the system did. Digits, letters and `-`. */
export function ownMark(): string {
  return `${process.pid}-${startOf(process.pid) ?? '0'}-${bootTime()}`;
}

/** Does the process of a mark still run? In doubt it does: what belongs to it must not be taken. */
export function isRunning(mark: string): boolean {
  const [, pid = '', started = ''] = partsOf(mark);
  if (!isOfThisStart(mark) || !exists(Number(pid))) return false;
  return started === '0' || (startOf(Number(pid)) ?? started) === started;
}

/** Has the process of a mark ended? In doubt it has not: a mark of another start may be that of another computer, which shares a folder with this one. */
export function hasEnded(mark: string): boolean {
  return isOfThisStart(mark) && !isRunning(mark);
}

function partsOf(mark: string): readonly string[] {
  return /^(\d+)-(\d+)-(\d+)$/.exec(mark) ?? [];
}

/** Is a mark from this start of this system? */
function isOfThisStart(mark: string): boolean {
  const [, , , boot = ''] = partsOf(mark);
  return boot !== '' && Math.abs(Number(boot) - bootTime()) <= SAME_BOOT_S;
}

/** When the system began, in seconds since 1970; a clock that is set shifts it. */
function bootTime(): number {
  try {
    const line = /^btime (\d+)$/m.exec(readFileSync('/proc/stat', 'latin1'));
    if (line !== null) return Number(line[1]);
  } catch {
    // Only Linux has that file.
  }
  return Math.round(Date.now() / 1000 - uptime());
}

/** When a process began, in ticks since the system did, where the system tells. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The program's name, in parentheses, may hold blanks and parentheses itself.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
