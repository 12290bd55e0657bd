import { encodeUtf8, type ByteString } from '../../cookie/byte-string.ts';
import type { CookieExtras } from '../../cookie/cookie.ts';

/** What Firefox says of where a cookie is valid beside its site: `^userContextId=2&partitionKey=%28https%2Cexample.com%29`. */
export function originAttributes(suffix: ByteString): Pick<CookieExtras, 'storeId' | 'partitionKey'> {
  const pairs = suffix.replace(/^\^/, '').split('&');
  const others: string[] = [];
  let partitionKey: CookieExtras['partitionKey'];
  let container: string | undefined;
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    const [key, value] = [pair.slice(0, Math.max(0, at)), pair.slice(at + 1)];
    const partition = key === 'partitionKey' ? partitionOf(unescaped(value)) : undefined;
    if (partition !== undefined) partitionKey = partition;
    else if (key === 'userContextId' && /^\d+$/.test(value)) container = `firefox-container-${value}`;
    else if (pair !== '') others.push(pair);
  }
  // What has no name of its own here stays with the container's: cookies of different stores must not look the same.
  const storeId = [...(container === undefined ? [] : [container]), ...others].join('&');
  return { ...(storeId !== '' && { storeId }), ...(partitionKey && { partitionKey }) };
}

/** `(https,example.com)`, with a port as third, and with `f` at the end where another site stood between. */
function partitionOf(text: ByteString): CookieExtras['partitionKey'] {
  const [, scheme, host, port, foreign] =
    /^\(([a-z][a-z0-9+.-]*),([^,()]+)(?:,(\d+))?(,f)?\)$/.exec(text) ?? [];
  if (scheme === undefined || host === undefined) return undefined;
  const topLevelSite = `${scheme}://${host}${port === undefined ? '' : `:${port}`}`;
  return { topLevelSite, ...(foreign !== undefined && { hasCrossSiteAncestor: true }) };
}

function unescaped(text: ByteString): ByteString {
  try {
    return encodeUtf8(decodeURIComponent(text));
  } catch {
    // Not an escape of Firefox's own; it is kept as it is.
    return text;
  }
}
