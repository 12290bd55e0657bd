import { finish } from '../table/progress.ts';
import type { ByteString } from '../cookie/byte-string.ts';
import { savedLine } from './saved-line.ts';
import type { Client, LoadedJar } from './client.ts';
import { loadCookies } from './wget2/load.ts';
import type { Wget2Cookie } from './wget2/read-line.ts';
import { sendCookies } from './wget2/send.ts';

/** GNU wget2: `--load-cookies FILE`, a request, and `--save-cookies FILE`. */
export const wget2: Client<Wget2Cookie> = {
  id: 'wget2',
  title: 'wget2',
  family: 'wget2',
  versions: [
    { id: '1.99.1', debian12: true, measured: true },
    { id: '2.2.0', measured: false },
  ],
  options: ['keepSessionCookies'],
  limits: [
    '1.99.1 writes whatever lies in freed memory for name and value of some cookies; here they are left out.',
    'Of 2.x only what its source says otherwise is known; the rest, how paths are compared for one, is that of 1.99.1.',
    'The list of public suffixes is that of Crumbs, not that of the machine.',
  ],
  load: (file, context) => finish(loadCookies(file, context)),
  loadInSlices: loadCookies,
  send: sendCookies,
  write: (jar: LoadedJar<Wget2Cookie>): readonly ByteString[] =>
    jar.cookies
      .filter(({ isLost }) => isLost !== true)
      .toSorted(
        (one, other) =>
          compareText(one.domain, other.domain) ||
          compareText(one.name, other.name) ||
          compareText(one.path, other.path),
      )
      .map(written),
};

function compareText(one: ByteString, other: ByteString): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

function written(cookie: Wget2Cookie): ByteString {
  const { httpOnly, hasDot, domain, expiryText } = cookie;
  return savedLine(cookie, {
    domain: `${httpOnly ? '#HttpOnly_' : ''}${hasDot ? '.' : ''}${domain}`,
    expiry: expiryText,
  });
}
