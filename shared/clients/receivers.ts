import type { Browser } from './browser.ts';
import { BROWSERS } from './browsers.ts';
import { chooseClient, releaseOf, type ChosenClient, type ClientChoiceError } from './registry.ts';
import { rfc6265bis } from './rfc6265bis.ts';

/** Everything that receives `Set-Cookie` headers, in the order in which people are shown them: browsers, then the standard. */
export const RECEIVERS: readonly Browser[] = [...BROWSERS, rfc6265bis];

/** A browser, or the standard, in one of its releases. */
export interface ChosenReceiver {
  readonly receiver: Browser;
  readonly version: string;
}

/** What sends requests: a program that loads a file, or a browser. */
export type ChosenSender = ChosenClient | ChosenReceiver;

/** Is this the standard, and no program? */
export function isStandard({ id }: Pick<Browser, 'id'>): boolean {
  return id === rfc6265bis.id;
}

/** The receiver that a person names, as `chooseClient` does it: `chromium`, `firefox 128.0`, `rfc6265bis`. */
export function chooseReceiver(text: string): ChosenReceiver | { readonly refused: ClientChoiceError } {
  const [id = '', version = 'newest', ...rest] = text.trim().split(/\s+/);
  const receiver = RECEIVERS.find((one) => one.id === id.toLowerCase());
  if (receiver === undefined) return { refused: 'client-unknown' };
  const known = rest.length === 0 ? releaseOf(receiver, version) : undefined;
  return known === undefined ? { refused: 'version-unknown' } : { receiver, version: known };
}

/** The client or the receiver that a person names. */
export function chooseSender(text: string): ChosenSender | { readonly refused: ClientChoiceError } {
  const client = chooseClient(text);
  return 'refused' in client && client.refused === 'client-unknown' ? chooseReceiver(text) : client;
}
