import type { CommandId } from '#shared/api/commands.ts';
import { sameKeys } from '../ui/keymap.ts';
import { appStore } from './app-store.ts';
import { commandKeys, keeperOf, usualKeys } from './command-keys.ts';
import type { ChosenKeys, CommandKeys, HostKind } from './command-keys.ts';

/** What stands against giving keys to a command. */
export type KeyTrouble =
  | { readonly kind: 'window' }
  | { readonly kind: 'browser' }
  /** Another command has them; it can be taken over. */
  | { readonly kind: 'taken'; readonly by: CommandId };

/** What stands against giving `keys` to a command, if anything. */
export function keyTrouble(
  all: readonly CommandKeys[],
  wanted: { readonly id: CommandId; readonly keys: string },
  host: HostKind,
): KeyTrouble | undefined {
  const keeper = keeperOf(wanted.keys, host);
  if (keeper !== undefined) return { kind: keeper };
  const other = all.find(
    ({ id, keys }) => id !== wanted.id && keys.some((spelling) => sameKeys(spelling, wanted.keys)),
  );
  return other && { kind: 'taken', by: other.id };
}

/** The chosen keys when a command gets these as well; whoever had them has them no more. */
export function withKeys(
  chosen: ChosenKeys,
  { id, keys }: { readonly id: CommandId; readonly keys: string },
  host: HostKind,
): ChosenKeys {
  let next = chosen;
  for (const command of commandKeys(host, chosen)) {
    const others = command.keys.filter((spelling) => !sameKeys(spelling, keys));
    if (command.id === id) next = { ...next, [id]: [...others, keys] };
    else if (others.length < command.keys.length) next = { ...next, [command.id]: others };
  }
  return next;
}

/** The chosen keys when a command loses these. */
export function withoutKeys(
  chosen: ChosenKeys,
  { id, keys }: { readonly id: CommandId; readonly keys: string },
  host: HostKind,
): ChosenKeys {
  const now = commandKeys(host, chosen).find((command) => command.id === id)?.keys ?? [];
  return { ...chosen, [id]: now.filter((spelling) => !sameKeys(spelling, keys)) };
}

/** The chosen keys when a command has its usual ones again; whoever was given those loses them. */
export function withUsualKeys(chosen: ChosenKeys, id: CommandId, host: HostKind): ChosenKeys {
  const { [id]: _own, ...others } = chosen;
  return usualKeys(id, host).reduce<ChosenKeys>((next, keys) => {
    const had = commandKeys(host, next).find(
      (command) => command.id !== id && command.keys.some((spelling) => sameKeys(spelling, keys)),
    );
    return had === undefined ? next : withoutKeys(next, { id: had.id, keys }, host);
  }, others);
}

/** What the person has chosen now. */
export function chosenKeys(): ChosenKeys {
  return appStore.getState().preferences.keys;
}
