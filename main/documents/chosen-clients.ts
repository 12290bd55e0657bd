import { AppError } from '#shared/api/app-error.ts';
import { chooseClient, CLIENTS, type ChosenClient } from '#shared/clients/registry.ts';

/** The clients that a person names; an unknown name or version is an AppError that says which there are. */
export function chosenClients(texts: readonly string[]): readonly ChosenClient[] {
  return texts.map(chosenClient);
}

/** Those of the clients that this program knows: what a person once chose may be of another release of Crumbs. */
export function knownClients(texts: readonly string[]): readonly ChosenClient[] {
  return texts.flatMap((text) => {
    const chosen = chooseClient(text);
    return 'refused' in chosen ? [] : [chosen];
  });
}

/** What stands for every client in its newest release. */
const EVERYONE = 'everyone';

/** The same as `chosenClients` where `everyone` may be named; each client counts once. */
export function chosenReaders(texts: readonly string[]): readonly ChosenClient[] {
  return onlyOnce(chosenClients(spelledOut(texts)));
}

/** The same as `knownClients` where `everyone` may be named; each client counts once. */
export function knownReaders(texts: readonly string[]): readonly ChosenClient[] {
  return onlyOnce(knownClients(spelledOut(texts)));
}

function spelledOut(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) =>
    text.trim().toLowerCase() === EVERYONE ? CLIENTS.map(({ id }) => id) : [text],
  );
}

function onlyOnce(chosen: readonly ChosenClient[]): readonly ChosenClient[] {
  return [...new Map(chosen.map((one) => [`${one.client.id} ${one.version}`, one])).values()];
}

function chosenClient(text: string): ChosenClient {
  const chosen = chooseClient(text);
  if (!('refused' in chosen)) return chosen;
  throw new AppError('client-unknown', {
    client: text,
    known: CLIENTS.map(({ id }) => id).join(', '),
    version: chosen.refused === 'version-unknown',
  });
}
