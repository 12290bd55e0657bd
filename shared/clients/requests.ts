import type { ByteString } from '../cookie/byte-string.ts';
import { finish, type Progress } from '../table/progress.ts';
import { reason, type Reason } from './reason.ts';
import type { Client, CookieFile, LoadContext, LoadedJar } from './client.ts';
import { loadWithPython, writtenByPython } from './python.ts';
import type { PythonCookie } from './python/jar.ts';
import { requestsPath, unescapedQuotes } from './python/requests-library.ts';
import { sendCookies } from './python/send.ts';

/** The Python that is taken for requests to run on. */
const PYTHON = '3.11';
const VALUE_CHANGED = reason('value-changed', {}, 'value-quoted');

/**
 * requests with a `MozillaCookieJar` for its session's cookies or for `cookies=`. Python loads and saves the file; each
 * request goes through a copy in a `RequestsCookieJar`.
 */
export const requests: Client<PythonCookie> = {
  id: 'requests',
  title: 'Python requests',
  family: 'python',
  versions: [
    { id: '2.28.1', released: '2022-06-29', debian12: true, measured: true },
    { id: '2.32.5', released: '2025-08-18', measured: false },
  ],
  options: ['ignoreDiscard', 'ignoreExpires', 'encoding'],
  limits: ['It is taken to run on Python 3.11.'],
  load: (file, context) => finish(loadAsRequests(file, context)),
  loadInSlices: loadAsRequests,
  send: (jar, request) => sendCookies(jar, request, { path: requestsPath, value: unescapedQuotes }),
  write: (jar: LoadedJar<PythonCookie>): readonly ByteString[] => writtenByPython(jar, PYTHON),
};

function loadAsRequests(
  file: CookieFile,
  context: LoadContext,
): Generator<Progress, LoadedJar<PythonCookie>> {
  return loadWithPython(file, context, PYTHON, lossOf);
}

function lossOf({ name, value }: PythonCookie): Reason | undefined {
  return name !== '' && unescapedQuotes(value) !== value ? VALUE_CHANGED : undefined;
}
