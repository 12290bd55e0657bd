import type { StoredCookie } from '../client.ts';
import type { ByteString } from '../../cookie/byte-string.ts';

/** A cookie as `http.cookiejar` holds it. A cookie without a name is one without a value to Python: `value` alone. */
export interface PythonCookie extends StoredCookie {
  /** With its dot, in lower case. */
  readonly owner: ByteString;
  /** The expiry as it is printed; absent in a session cookie. */
  readonly expiryText?: string;
  /** Python's mark of a session cookie. */
  readonly discard: boolean;
}

type Names = Map<string, PythonCookie>;

/** Cookies by domain, by path and by name, each in the order in which it was first met: Python's own order. */
export interface PythonJar {
  /** Gives the cookie that is replaced. The new one takes its place. */
  store(cookie: PythonCookie): PythonCookie | undefined;
  all(): readonly PythonCookie[];
}

/** An empty jar. */
export function pythonJar(): PythonJar {
  const domains = new Map<ByteString, Map<ByteString, Names>>();
  return {
    store(cookie) {
      const { owner, path, name, value } = cookie;
      const names = nested(nested(domains, owner), path);
      const key = name === '' ? value : name;
      const before = names.get(key);
      names.set(key, cookie);
      return before;
    },
    all: () =>
      [...domains.values()].flatMap((paths) => [...paths.values()].flatMap((names) => [...names.values()])),
  };
}

function nested<Inner extends Map<string, unknown>>(outer: Map<ByteString, Inner>, key: ByteString): Inner {
  const known = outer.get(key);
  if (known !== undefined) return known;
  const made = new Map() as Inner;
  outer.set(key, made);
  return made;
}

/** A cookie line as Python, yt-dlp and gallery-dl write it; they differ in the mark and in how a session is spelt. */
export function writtenLine(cookie: PythonCookie, session: '' | '0', withMark: boolean): ByteString {
  const { owner, path, secureOnly, httpOnly, expiryText, name, value } = cookie;
  const columns = [
    `${withMark && httpOnly ? '#HttpOnly_' : ''}${owner}`,
    owner.startsWith('.') ? 'TRUE' : 'FALSE',
    path,
    secureOnly ? 'TRUE' : 'FALSE',
    expiryText ?? session,
    name,
    value,
  ];
  return columns.join('\t');
}
