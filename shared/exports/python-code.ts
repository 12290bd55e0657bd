import { doubleQuoted } from './literals.ts';

/** Lines of Python that load a cookie file, session cookies too. */
export function loadJar(fileName: string): readonly string[] {
  return [
    `jar = http.cookiejar.MozillaCookieJar(${doubleQuoted(fileName)})`,
    'jar.load(ignore_discard=True)',
  ];
}
