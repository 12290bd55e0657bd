import { finish } from '../table/progress.ts';
import type { ByteString } from '../cookie/byte-string.ts';
import { savedLine } from './saved-line.ts';
import type { Client, LoadedJar } from './client.ts';
import { loadCookies, type LynxCookie } from './lynx/load.ts';
import { sendCookies } from './lynx/send.ts';

/** lynx with persistent cookies: its cookie file, a request, and the file it saves. */
export const lynx: Client<LynxCookie> = {
  id: 'lynx',
  title: 'lynx',
  family: 'lynx',
  versions: [{ id: '2.9.0dev.12', released: '2023-01-02', debian12: true, measured: true }],
  limits: [
    'Requests whose cookies have more than some 4,000 bytes, to which it sends only some or none, are not modelled.',
    'Which cookies it leaves out beyond 51 of a domain and 501 in all was measured for equal paths only.',
    'On some files it ends with a corrupted memory; here it always goes on.',
  ],
  load: (file, context) => finish(loadCookies(file, context)),
  loadInSlices: loadCookies,
  send: sendCookies,
  write: (jar: LoadedJar<LynxCookie>): readonly ByteString[] => jar.cookies.map(written),
};

/** Its file never has the leading dot. */
function written(cookie: LynxCookie): ByteString {
  return savedLine(cookie, { domain: cookie.domain, expiry: cookie.expiryText });
}
