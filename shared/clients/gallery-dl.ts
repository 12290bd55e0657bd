import type { ByteString } from '../cookie/byte-string.ts';
import { finish, type Progress } from '../table/progress.ts';
import type { Client, CookieFile, LoadContext, LoadedJar } from './client.ts';
import { loadGallery } from './python/gallery-dl-load.ts';
import { writtenLine, type PythonCookie } from './python/jar.ts';
import { HTTP_ONLY_LOST } from './python/load.ts';
import { loadQuickly } from './python/quick.ts';
import { requestsPath, unescapedQuotes } from './python/requests-library.ts';
import { sendCookies } from './python/send.ts';
import { changedFor, KEPT, type StoppableJar } from './quick-load.ts';
import { inRange } from './version.ts';

const MARKED = changedFor(HTTP_ONLY_LOST);

/** gallery-dl with `--cookies FILE`. It sends through requests. */
export const galleryDl: Client<PythonCookie> = {
  id: 'gallery-dl',
  title: 'gallery-dl',
  family: 'gallery-dl',
  versions: [
    { id: '1.25.3', released: '2023-04-30', debian12: true, measured: true },
    { id: '1.26.0', released: '2023-10-03', measured: false },
    { id: '1.30.10', measured: false },
  ],
  options: ['encoding'],
  limits: [
    'Which release is the first to give up all cookies over one line is not known for certain; here it is 1.26.0.',
  ],
  load: (file, context) => finish(loadAsGalleryDl(file, context)),
  loadInSlices: loadAsGalleryDl,
  send: (jar, request) => sendCookies(jar, request, { path: requestsPath, value: unescapedQuotes }),
  write: ({ cookies }: LoadedJar<PythonCookie>): readonly ByteString[] =>
    cookies.filter(({ owner }) => owner !== '').map((cookie) => writtenLine(cookie, '0', false)),
};

function loadAsGalleryDl(
  file: CookieFile,
  { version, now, options }: LoadContext,
): Generator<Progress, LoadedJar<PythonCookie>> {
  const readsUtf8 = inRange(version, { since: '1.30.10' });
  const context = { version, now, ...(!readsUtf8 && options !== undefined && { options }) };
  const how = { keepsWhatWasRead: inRange(version, { until: '1.26.0' }) };
  const load = (part: CookieFile, asked: LoadContext): Generator<Progress, StoppableJar<PythonCookie>> =>
    loadGallery(part, asked, how);
  return loadQuickly(file, context, load, { marked: MARKED, session: KEPT, expired: KEPT });
}
