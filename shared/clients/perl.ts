import { finish } from '../table/progress.ts';
import type { ByteString } from '../cookie/byte-string.ts';
import { savedLine } from './saved-line.ts';
import type { Client, LoadedJar } from './client.ts';
import { loadCookies, type PerlCookie } from './perl/load.ts';
import { sendCookies } from './perl/send.ts';

/** Perl's HTTP::Cookies::Netscape, which LWP uses: `load`, a request, and `save`. 6.12 reads and writes as 6.10 does. */
export const perl: Client<PerlCookie> = {
  id: 'perl',
  title: 'Perl HTTP::Cookies',
  family: 'perl',
  versions: [
    { id: '6.10', released: '2021-03-08', debian12: true, measured: true },
    { id: '6.12', measured: false },
  ],
  limits: [
    'In which order it sends cookies of one domain and path changes from run to run; here it is by name.',
  ],
  load: (file, context) => finish(loadCookies(file, context)),
  loadInSlices: loadCookies,
  send: sendCookies,
  write: (jar: LoadedJar<PerlCookie>): readonly ByteString[] => jar.cookies.map(written),
};

function written(cookie: PerlCookie): ByteString {
  return savedLine(cookie, { domain: cookie.owner, expiry: cookie.expiryText });
}
