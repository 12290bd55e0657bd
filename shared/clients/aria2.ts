import { finish } from '../table/progress.ts';
import type { ByteString } from '../cookie/byte-string.ts';
import { savedLine } from './saved-line.ts';
import { loadCookies } from './aria2/load.ts';
import { expiryText } from './aria2/read-line.ts';
import { sendCookies } from './aria2/send.ts';
import type { Client, LoadedJar, StoredCookie } from './client.ts';

/** aria2: `--load-cookies=FILE`, a request, and `--save-cookies=FILE`. */
export const aria2: Client = {
  id: 'aria2',
  title: 'aria2',
  family: 'aria2',
  versions: [{ id: '1.36.0', released: '2021-08-21', debian12: true, measured: true }],
  limits: [
    'In which order domains stand in a file that is saved depends on where they lie in memory.',
    'The order of more than 16 cookies of one request, with paths of one depth, is not modelled.',
    'Which domains go when there are more than 2,000 is not certain.',
    'Databases of Firefox 3 and of Chromium, which it also reads, are not modelled.',
    'It compares hosts with regard to capitals; the host of the request is taken for lower case.',
  ],
  load: (file, context) => finish(loadCookies(file, context)),
  loadInSlices: loadCookies,
  send: sendCookies,
  write: (jar: LoadedJar): readonly ByteString[] => jar.cookies.map(written),
};

function written(cookie: StoredCookie): ByteString {
  const domain = cookie.hostOnly ? cookie.domain : `.${cookie.domain}`;
  return savedLine(cookie, { domain, expiry: expiryText(cookie) });
}
