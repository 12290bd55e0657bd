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

function chosenClient(text: string): ChosenClient {
  const chosen = chooseClient(text);
  if (!('refused' in chosen)) return chosen;
  throw new AppError('client-unknown', {
    client: text,
    known: CLIENTS.map(({ id }) => id).join(', '),
    version: chosen.refused === 'version-unknown',
  });
}
