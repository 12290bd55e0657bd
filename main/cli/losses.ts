import type { Loss } from '#shared/formats/loss.ts';
import type { CommandContext } from './command.ts';
import type { Io } from './io.ts';
import { counted } from './outputs.ts';

/** Tells what an output could not carry. */
export function tellLosses(io: Io, losses: readonly Pick<Loss, 'message' | 'count' | 'names'>[]): void {
  for (const { message, count, names } of losses) {
    const rest = count > names.length ? ', …' : '';
    io.tell(`crumbs: ${message} (${counted(count, 'cookie')}: ${names.join(', ')}${rest})`);
  }
}

/** Whether nothing is to be written because something would be lost; says so. */
export function isRefused({ io, options }: CommandContext, lost: boolean): boolean {
  if (!lost || !options.has('strict')) return false;
  io.tell('crumbs: Nothing was written: something would be lost.');
  return true;
}
