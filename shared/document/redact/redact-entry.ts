import type { ByteString } from '../../cookie/byte-string.ts';
import { isSecretName, looksSecret } from '../../cookie/looks-secret.ts';
import { MASK } from '../../cookie/mask.ts';
import { isCertainHost } from '../../cookie/shown-text.ts';
import type { RawEntry } from '../../table/entry-reader.ts';
import { isDoubtful, shownText } from '../../table/shown-entry.ts';
import { fakeText, type Draw } from './fake-text.ts';

const NAME_PREFIX = /^__(?:Host|Secure|Http|Host-Http)-/i;

/** The line of an entry with another value, and with other texts wherever else a secret may stand. `entry` are its fields. */
export function redactEntry(line: ByteString, entry: RawEntry, draw: Draw): ByteString {
  const [blanks = ''] = /^[ \t]*/.exec(line) ?? [];
  const parts = line.slice(blanks.length).split('\t');
  const fields = fieldsOf(parts, entry);
  const doubtful = isDoubtful(entry);
  const redacted = parts.map((part, at) => {
    switch (fields[at]) {
      case 'domain':
        return redactHead(part, entry, { draw, doubtful });
      case 'name':
        return redactName(part, entry, draw);
      case 'path':
        return redactPath(part, doubtful, draw);
      case 'flag':
      case 'secure':
      case 'expiry':
        return shownText(entry, fields[at]).includes(MASK) ? redactNumber(part, draw) : part;
      default:
        return fakeText(part, draw);
    }
  });
  return blanks + redacted.join('\t');
}

/** A sign and the mark of a hexadecimal number stay. */
function redactNumber(text: ByteString, draw: Draw): ByteString {
  const [mark = ''] = /^\s*[+-]?(?:0x)?/i.exec(text) ?? [];
  return mark + fakeText(text.slice(mark.length), draw);
}

type Place = 'domain' | 'flag' | 'path' | 'secure' | 'expiry' | 'name' | 'value';

/** Which field each part of a line is; six parts lack the value or the path. */
function fieldsOf(parts: readonly ByteString[], entry: RawEntry): readonly Place[] {
  if (parts.length === 7) return ['domain', 'flag', 'path', 'secure', 'expiry', 'name', 'value'];
  const valueMissing = entry.value === '' && parts.at(-1) === entry.name;
  return valueMissing
    ? ['domain', 'flag', 'path', 'secure', 'expiry', 'name']
    : ['domain', 'flag', 'secure', 'expiry', 'name', 'value'];
}

function redactHead(
  part: ByteString,
  entry: RawEntry,
  { draw, doubtful }: { readonly draw: Draw; readonly doubtful: boolean },
): ByteString {
  const mark = /^[ \t]*(?:#HttpOnly_)?\.*/.exec(part)?.[0] ?? '';
  const domain = part.slice(mark.length);
  const hidden = shownText(entry, 'domain', doubtful) === MASK;
  return mark + (hidden ? fakeText(domain, draw) : redactDomain(domain, draw));
}

/** A domain with other labels where one looks as if a program had drawn it by lot. */
export function redactDomain(domain: ByteString, draw: Draw): ByteString {
  return domain.replace(/[^.]+/g, (label) => (looksSecret(label) ? fakeText(label, draw) : label));
}

/** Of a domain whose surroundings are not known. */
export function redactLooseDomain(text: ByteString, draw: Draw): ByteString {
  return isCertainHost(text.replace(/^\.+/, '')) ? redactDomain(text, draw) : fakeText(text, draw);
}

function redactName(name: ByteString, entry: RawEntry, draw: Draw): ByteString {
  if (!shownText(entry, 'name').includes(MASK)) return name;
  const prefix = NAME_PREFIX.exec(name)?.[0] ?? '';
  return prefix + fakeText(name.slice(prefix.length), draw);
}

/** A path with other segments where one may be a secret; all of it where it is no path. */
export function redactPath(path: ByteString, doubtful: boolean, draw: Draw): ByteString {
  if (path === '' || /^(?:true|false)$/i.test(path)) return path;
  if (doubtful || !/^[/\\]/.test(path)) return fakeText(path, draw);
  const [plain = ''] = /^[^\s=;,?#"<>{}%]*/.exec(path) ?? [];
  const shown = plain.replace(/[^/]+/g, (part) =>
    isSecretName(part, '') || looksSecret(part) ? fakeText(part, draw) : part,
  );
  return shown + fakeText(path.slice(plain.length), draw);
}
