import { finish } from '../table/progress.ts';
import type { ByteString } from '../cookie/byte-string.ts';
import { savedLine } from './saved-line.ts';
import type { Client, LoadedJar } from './client.ts';
import { loadCookies } from './wget/load.ts';
import { expiryText, type WgetCookie } from './wget/read-line.ts';
import { sendCookies } from './wget/send.ts';

/** GNU wget: `--load-cookies FILE`, a request, and `--save-cookies FILE`. Its releases since 1.21 load files alike. */
export const wget: Client<WgetCookie> = {
  id: 'wget',
  title: 'wget',
  family: 'wget',
  versions: [
    { id: '1.21.3', released: '2022-02-26', debian12: true, measured: true },
    { id: '1.24.5', released: '2024-03-10', measured: false },
  ],
  options: ['keepSessionCookies'],
  limits: [
    'The order of domains in a file that is saved was measured for up to 6,000 of them.',
    'Names of other alphabets in an address are taken for punycode, as a wget that is built with libidn2 does.',
  ],
  load: (file, context) => finish(loadCookies(file, context)),
  loadInSlices: loadCookies,
  send: sendCookies,
  write: (jar: LoadedJar<WgetCookie>): readonly ByteString[] => {
    const keepsSessions = jar.options?.keepSessionCookies === true;
    return jar.cookies.filter(({ expiryTime }) => keepsSessions || expiryTime !== undefined).map(written);
  },
};

function written(cookie: WgetCookie): ByteString {
  const { spelling, port, hostOnly } = cookie;
  const domain = `${hostOnly ? '' : '.'}${spelling}${port === undefined ? '' : `:${port}`}`;
  return savedLine(cookie, { domain, expiry: expiryText(cookie) });
}
