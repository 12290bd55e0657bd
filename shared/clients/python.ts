import type { ByteString } from '../cookie/byte-string.ts';
import { finish, type Progress } from '../table/progress.ts';
import type { Client, CookieFile, LoadContext, LoadedJar } from './client.ts';
import { HTTP_ONLY_IS_COMMENT } from './column-reasons.ts';
import { writtenLine, type PythonCookie } from './python/jar.ts';
import { loadMozilla } from './python/load.ts';
import { loadQuickly } from './python/quick.ts';
import { sendCookies } from './python/send.ts';
import { droppedFor, KEPT } from './quick-load.ts';
import { reason, type Reason } from './reason.ts';
import { inRange } from './version.ts';

const SESSION = droppedFor(reason('session-not-loaded'));
const EXPIRED = droppedFor(reason('expired'));
const MARKED = droppedFor(HTTP_ONLY_IS_COMMENT);

/** Python's own `http.cookiejar.MozillaCookieJar` with the policy that it has by default, as urllib uses it. */
export const python: Client<PythonCookie> = {
  id: 'python',
  title: 'Python http.cookiejar',
  family: 'python',
  versions: [
    { id: '3.9', released: '2020-10-05', measured: false },
    { id: '3.10', released: '2021-10-04', measured: false },
    { id: '3.11', released: '2022-10-24', debian12: true, measured: true },
    { id: '3.15', measured: false },
    { id: '3.16-dev', measured: false },
  ],
  options: ['ignoreDiscard', 'ignoreExpires', 'encoding'],
  limits: [
    'Which release is the first to read an expiry of 0 as a session cookie is not known; here it is 3.16.',
    'Code pages of Windows are not modelled as encodings.',
  ],
  load: (file, context) => finish(loadAsPython(file, context)),
  loadInSlices: loadAsPython,
  send: (jar, request) => sendCookies(jar, request),
  write: (jar: LoadedJar<PythonCookie>): readonly ByteString[] => writtenByPython(jar, jar.version),
};

/** Loads a file as a release of Python does. */
function loadAsPython(file: CookieFile, context: LoadContext): Generator<Progress, LoadedJar<PythonCookie>> {
  return loadWithPython(file, context, context.version);
}

/** Loads a file with the library of a Python release; the context's version may be that of another library. */
export function loadWithPython(
  file: CookieFile,
  context: LoadContext,
  release: string,
  loss?: (cookie: PythonCookie) => Reason | undefined,
): Generator<Progress, LoadedJar<PythonCookie>> {
  const { options } = context;
  const readsMark = inRange(release, { since: '3.10' });
  const zeroIsSession = inRange(release, { since: '3.16' });
  const keepsSession = options?.ignoreDiscard === true;
  const keepsExpired = options?.ignoreExpires === true;
  const how = { readsMark, zeroIsSession, keepsSession, keepsExpired, ...(loss !== undefined && { loss }) };
  const load = (part: CookieFile, asked: LoadContext): Generator<Progress, LoadedJar<PythonCookie>> =>
    loadMozilla(part, asked, how);
  return loadQuickly(file, context, load, {
    marked: readsMark ? KEPT : MARKED,
    session: (zeroIsSession ? keepsSession : keepsExpired) ? KEPT : SESSION,
    expired: keepsExpired ? KEPT : EXPIRED,
  });
}

/** The lines that `save` writes with the same options as the jar was loaded with. */
export function writtenByPython(
  { cookies }: LoadedJar<PythonCookie>,
  release: string,
): readonly ByteString[] {
  const session = inRange(release, { since: '3.16' }) ? '0' : '';
  return cookies.map((cookie) => writtenLine(cookie, session, true));
}
