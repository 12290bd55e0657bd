import { AppError } from '#shared/api/app-error.ts';
import { USUAL_PREFERENCES } from '#shared/api/settings.ts';
import {
  chooseReceiver,
  chooseSender,
  type ChosenReceiver,
  type ChosenSender,
  RECEIVERS,
} from '#shared/clients/receivers.ts';
import {
  chooseClient,
  CLIENTS,
  type ChosenClient,
  type ClientChoiceError,
} from '#shared/clients/registry.ts';
import type { SettingsStore } from '../settings/settings-store.ts';

/** The clients that a person names; an unknown name or version is an AppError that says which there are. */
export function chosenClients(texts: readonly string[]): readonly ChosenClient[] {
  return texts.map((text) => known(text, chooseClient(text), CLIENTS));
}

/** The clients and browsers that a person names; unknown ones are refused as `chosenClients` does it. */
export function chosenSenders(texts: readonly string[]): readonly ChosenSender[] {
  return texts.map((text) => known(text, chooseSender(text), [...CLIENTS, ...RECEIVERS]));
}

/** The browser (or the standard) that a person names; an unknown one is refused as `chosenClients` does it. */
export function chosenReceiver(text: string): ChosenReceiver {
  return known(text, chooseReceiver(text), RECEIVERS);
}

/** Those of the clients that this program knows: what a person once chose may be of another release of Crumbs. */
export function knownClients(texts: readonly string[]): readonly ChosenClient[] {
  return recognised(texts.map(chooseClient));
}

/** The clients that the person has chosen in the window; where this program knows none of them, the usual ones. */
export async function usualClients({
  settings,
}: {
  readonly settings: SettingsStore;
}): Promise<readonly ChosenClient[]> {
  const known = knownClients((await settings.read()).clients);
  return known.length > 0 ? known : knownClients(USUAL_PREFERENCES.clients);
}

/** Those of the clients and browsers that this program knows. */
export function knownSenders(texts: readonly string[]): readonly ChosenSender[] {
  return recognised(texts.map(chooseSender));
}

/** Those of the browsers that this program knows. */
export function knownReceivers(texts: readonly string[]): readonly ChosenReceiver[] {
  return recognised(texts.map(chooseReceiver));
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

function recognised<Chosen extends object>(
  choices: readonly (Chosen | { readonly refused: ClientChoiceError })[],
): readonly Chosen[] {
  return choices.flatMap((chosen) => ('refused' in chosen ? [] : [chosen]));
}

function known<Chosen extends object>(
  text: string,
  chosen: Chosen | { readonly refused: ClientChoiceError },
  all: readonly { readonly id: string }[],
): Chosen {
  if (!('refused' in chosen)) return chosen;
  throw new AppError('client-unknown', {
    client: text,
    known: all.map(({ id }) => id).join(', '),
    version: chosen.refused === 'version-unknown',
  });
}
