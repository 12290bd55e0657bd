import type { ByteString } from '../cookie/byte-string.ts';
import { type Cookie, USUAL_ATTRIBUTES } from '../cookie/cookie.ts';
import type { UnparsedReason } from '../table/columns.ts';
import type { ImportFormat } from './format.ts';
import { expiryTimeOf } from './json/cookie-fields.ts';
import { isKonqueror, konquerorVersion } from './konqueror/is-konqueror.ts';
import { importedLines, type LineReader, type ReadLines } from './records/imported-lines.ts';

/** Host, domain, path, expiry, protocol, name: what both versions begin with. */
const FIRST = 6;
/** A protocol number from here on says that the line is one of the second version in a file of the first. */
const SECOND_VERSION = 200;

const SECURE = 1;
const HTTP_ONLY = 2;
const NAMELESS = 8;

/**
 * `~/.local/share/kcookiejar/cookies` of Konqueror and KDE: columns that are filled up with blanks, texts in quotation marks where they may be empty, the value as the
 * rest of the line. An empty domain makes a cookie for its host alone.
 */
export const konqueror: ImportFormat = {
  kind: 'import',
  id: 'konqueror',
  name: 'Konqueror cookies',
  extensions: ['txt'],
  carries: USUAL_ATTRIBUTES,
  detect: isKonqueror,
  read: (bytes, sink, strings) => importedLines({ bytes, sink, strings }, new KonquerorReader()),
};

class KonquerorReader implements LineReader {
  #version: number | undefined;

  line(text: ByteString): ReadLines | undefined {
    this.#version ??= konquerorVersion(text);
    // A section says only what its lines say again.
    if (/^(?:[#[]|\s*$)/.test(text)) return undefined;
    return { text, entry: entryOf(text, this.#version ?? 2) };
  }
}

function entryOf(line: ByteString, version: number): Cookie | UnparsedReason {
  const fields = new Fields(line);
  const [host = '', quotedDomain = '', path = '', expiry = '', protocol = '', name = ''] = fields.take(FIRST);
  if (!/^\d+$/.test(protocol)) return 'cells-differ';
  if (!/^-?\d+$/.test(expiry)) return 'field-wrong-type';
  const hasFlags = version >= 2 || Number(protocol) >= SECOND_VERSION;
  const [flags = ''] = hasFlags ? fields.take(1) : [];
  const [value = '', secure = ''] = hasFlags ? [fields.rest] : fields.take(2);
  const bits = hasFlags ? flags : secure;
  if (!/^\d+$/.test(bits)) return 'cells-differ';
  const domain = quotedDomain === '' ? host.replace(/:.*/, '') : quotedDomain;
  if (/^\.*$/.test(domain)) return 'no-domain';
  const flag = (bit: number): boolean => (Number(bits) & bit) !== 0;
  return {
    name: flag(NAMELESS) ? '' : name,
    value,
    domain: domain.replace(/^\./, ''),
    hostOnly: quotedDomain === '',
    path,
    secureOnly: flag(SECURE),
    httpOnly: flag(HTTP_ONLY),
    ...(Number(expiry) !== 0 && { expiryTime: expiryTimeOf(Number(expiry)) }),
  };
}

/** Takes a line apart from its left: a field ends at a blank, or at the quotation mark that it began with. */
class Fields {
  readonly #line: ByteString;
  #at = 0;

  constructor(line: ByteString) {
    this.#line = line;
  }

  take(count: number): ByteString[] {
    return Array.from({ length: count }, () => this.#next());
  }

  get rest(): ByteString {
    return this.#line.slice(this.#at);
  }

  #next(): ByteString {
    const field = /(?:"([^"]*)"?|([^ \t]*))[ \t]*/y;
    field.lastIndex = this.#at;
    const found = field.exec(this.#line);
    this.#at = field.lastIndex;
    return found?.[1] ?? found?.[2] ?? '';
  }
}
