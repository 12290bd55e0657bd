import { encodeUtf8, type ByteString } from '../cookie/byte-string.ts';
import { canonicalHost } from '../cookie/canonical-host.ts';
import { isIpv6Address } from '../cookie/ip-address.ts';
import type { NoTarget } from '../cookie/request-target.ts';

/** An address as command-line programs take it apart: less is mended than in browsers. */
export interface RequestUrl {
  readonly scheme: 'http' | 'https';
  /** Punycode and in lower case; an IPv6 address without its brackets. A full stop at the end stays. */
  readonly host: ByteString;
  readonly port: number;
  /** From the slash on, without query and fragment, as it is spelled in the request line; `/` where there is none. */
  readonly path: ByteString;
  /** With its question mark; empty where there is none. */
  readonly query: ByteString;
}

const ADDRESS =
  /^([a-z][a-z0-9+.-]*):\/\/(?:[^/?#@]*@)?(\[[^\]/?#]*\]|[^\s/?#:[\]]*)(?::(\d*))?([/?#].*)?$/is;
const DEFAULT_PORT = { http: 80, https: 443 } as const;

/** Takes an address apart. A path of other alphabets is percent-encoded, dot segments are resolved. */
export function requestUrl(address: string): RequestUrl | { readonly refused: NoTarget } {
  const [whole, scheme = '', host = '', port = '', rest = ''] = ADDRESS.exec(address.trim()) ?? [];
  if (whole === undefined) return { refused: 'not-an-address' };
  const protocol = scheme.toLowerCase();
  if (protocol !== 'http' && protocol !== 'https') return { refused: 'other-scheme' };
  const name = hostName(host);
  if (name === undefined) return { refused: host === '' ? 'no-host' : 'not-an-address' };
  if (Number(port) > 65_535) return { refused: 'not-an-address' };
  const [path, query] = splitQuery(rest.replace(/#.*$/s, ''));
  return {
    scheme: protocol,
    host: name,
    port: port === '' ? DEFAULT_PORT[protocol] : Number(port),
    path: withoutDotSegments(percentEncoded(path === '' ? '/' : path)),
    query: percentEncoded(query),
  };
}

function hostName(host: string): ByteString | undefined {
  if (!host.startsWith('[')) return canonicalHost(encodeUtf8(host));
  const address = host.slice(1, -1).toLowerCase();
  return isIpv6Address(address) ? address : undefined;
}

function splitQuery(text: string): readonly [string, string] {
  const at = text.indexOf('?');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)];
}

function percentEncoded(text: string): ByteString {
  return encodeUtf8(text).replace(/[\0- \x7f-\xff]/g, (byte) => {
    return `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  });
}

/** RFC 3986 §5.2.4. */
function withoutDotSegments(path: string): string {
  const kept: string[] = [];
  const segments = path.split('/').slice(1);
  for (const [at, segment] of segments.entries()) {
    const isLast = at === segments.length - 1;
    if (segment === '..') kept.pop();
    else if (segment !== '.') kept.push(segment);
    if (isLast && (segment === '.' || segment === '..')) kept.push('');
  }
  return `/${kept.join('/')}`;
}
