import type { ByteString } from '../cookie/byte-string.ts';
import { savedLine } from './saved-line.ts';
import { finish } from '../table/progress.ts';
import type { Client, LoadedJar } from './client.ts';
import type { CurlCookie } from './curl/curl-cookie.ts';
import { loadInSlices } from './curl/load.ts';
import { sendCookies } from './curl/send.ts';

/** curl and libcurl: `-b FILE`, a request, and `-c FILE`. */
export const curl: Client<CurlCookie> = {
  id: 'curl',
  title: 'curl',
  family: 'curl',
  versions: [
    { id: '7.88.1', released: '2023-02-20', debian12: true, measured: true },
    { id: '8.0.0', released: '2023-03-20', measured: false },
    { id: '8.5.0', released: '2023-12-06', measured: true },
    { id: '8.7.1', released: '2024-03-27', measured: true },
    { id: '8.11.1', released: '2024-12-11', measured: false },
    { id: '8.12.1', released: '2025-02-13', measured: true },
    { id: '8.13.0', released: '2025-04-02', measured: false },
    { id: '8.14.1', released: '2025-06-04', measured: true },
    { id: '8.18.0', measured: false },
    { id: '8.21.0', measured: true },
    { id: '8.22-dev', measured: true },
  ],
  options: ['junkSessionCookies'],
  limits: [
    'Of the time zones that curl knows in dates only the usual ones are modelled.',
    'Which cookies are left out beyond the first 150 follows the order of loading, not that of its lists.',
    'Names of other alphabets in an address are taken for punycode, as a curl that is built with libidn2 does.',
  ],
  load: (file, context) => finish(loadInSlices(file, context)),
  loadInSlices,
  send: sendCookies,
  write: (jar: LoadedJar<CurlCookie>): readonly ByteString[] =>
    jar.cookies
      .filter(({ hasDomain }) => hasDomain)
      .map(written)
      .toReversed(),
};

function written(cookie: CurlCookie): ByteString {
  const { domain, hostOnly, httpOnly, expiryTime = 0 } = cookie;
  const dot = hostOnly || domain.startsWith('.') ? '' : '.';
  return savedLine(cookie, {
    domain: `${httpOnly ? '#HttpOnly_' : ''}${dot}${domain}`,
    expiry: cookie.expiryText ?? String(expiryTime),
  });
}
