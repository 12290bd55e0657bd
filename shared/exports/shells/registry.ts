import { cmd } from './cmd.ts';
import { fish, posix } from './posix.ts';
import { powershell } from './powershell.ts';
import type { Shell, ShellId } from './shell.ts';

/** Every shell, in the order in which they are offered. */
export const SHELLS: readonly Shell[] = [posix, fish, powershell, cmd];

/** The shell of this id; the POSIX shells where none was named. */
export function shellNamed(id: ShellId | undefined): Shell {
  return SHELLS.find((shell) => shell.id === id) ?? posix;
}
