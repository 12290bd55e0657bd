import { aria2 } from './aria2.ts';
import type { Client } from './client.ts';
import { curl } from './curl.ts';
import { galleryDl } from './gallery-dl.ts';
import { lynx } from './lynx.ts';
import { perl } from './perl.ts';
import { python } from './python.ts';
import { requests } from './requests.ts';
import { isVersion } from './version.ts';
import { wget } from './wget.ts';
import { wget2 } from './wget2.ts';
import { ytDlp } from './yt-dlp.ts';

/** Every client, in the order in which people are shown them. */
export const CLIENTS: readonly Client[] = [
  curl,
  wget,
  ytDlp,
  python,
  requests,
  galleryDl,
  wget2,
  aria2,
  perl,
  lynx,
];

/** The client of this id. */
export function clientById(id: string): Client | undefined {
  return CLIENTS.find((client) => client.id === id);
}

/** A client in one of its releases. */
export interface ChosenClient {
  readonly client: Client;
  readonly version: string;
}

export type ClientChoiceError = 'client-unknown' | 'version-unknown';

/**
 * The client that a person names: `curl`, `curl 8.21.0`, `wget debian12`, `python newest`. Without a version the newest that is released;
 * a version that stands in no table is taken for one between those that do.
 */
export function chooseClient(text: string): ChosenClient | { readonly refused: ClientChoiceError } {
  const [id = '', version = 'newest', ...rest] = text.trim().split(/\s+/);
  const client = clientById(id.toLowerCase());
  if (client === undefined) return { refused: 'client-unknown' };
  const known = rest.length === 0 ? releaseOf(client, version) : undefined;
  return known === undefined ? { refused: 'version-unknown' } : { client, version: known };
}

/** The release that a word means: `newest` (that is out), `debian12`, or a version; nothing where there is none. */
export function releaseOf({ versions }: Pick<Client, 'versions'>, version: string): string | undefined {
  if (version === 'newest') return versions.findLast(({ id }) => !id.endsWith('-dev'))?.id;
  if (version === 'debian12') return versions.find(({ debian12 }) => debian12)?.id;
  return isVersion(version) ? version : undefined;
}
