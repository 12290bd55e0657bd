import type { ByteString } from './byte-string.ts';

/** The path of a cookie that came without one, from the path of the URL it came from (RFC 6265bis §5.1.4). */
export function defaultPath(uriPath: ByteString): ByteString {
  if (!uriPath.startsWith('/')) return '/';
  const last = uriPath.lastIndexOf('/');
  return last === 0 ? '/' : uriPath.slice(0, last);
}

/**
 * The path a `Path` attribute asks for (RFC 6265bis §5.6.4): as it is given, never normalised, and the default path
 * where it is empty or does not begin with a slash.
 */
export function pathAttribute(value: ByteString, uriPath: ByteString): ByteString {
  return value.startsWith('/') ? value : defaultPath(uriPath);
}
