import type { ByteString } from '#shared/cookie/byte-string.ts';
import type { Compared } from './adapter.ts';

/** Seconds by which recording may have taken longer than the one moment that all cases are judged at. */
const SLACK = 3600;
const UNREADABLE = '\ufffd';

/** Bytes as a recorder that reads UTF-8 shows them; each stretch that is none becomes one U+FFFD. */
export function asRecorded(bytes: ByteString): string {
  return oneMark(Buffer.from(bytes, 'latin1').toString('utf8'));
}

/** Recorders show such bytes in their own ways: U+FFFD, lone surrogates, `\xe9`. */
function oneMark(text: string): string {
  return text.replace(/(?:\ufffd|[\udc80-\udcff](?<![\ud800-\udbff].)|\\x[89a-f][0-9a-f])+/gi, UNREADABLE);
}

/**
 * Takes out of both sides what no model can know: how a recorder shows bytes that are not UTF-8, and the second in
 * which a lifetime began that the file counts from now (`Max-Age`, a cap on lifetimes).
 */
export function alike(
  [recorded, predicted]: readonly [Compared, Compared],
  bytes: ByteString,
): [Compared, Compared] {
  const shown = deep(recorded.jar, oneMark);
  return [
    { ...recorded, jar: shown },
    { ...predicted, jar: withMoments(deep(predicted.jar, oneMark), shown, bytes) },
  ];
}

function deep(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => deep(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, deep(item, change)]));
}

function withMoments(jar: unknown, recorded: unknown, bytes: ByteString): unknown {
  if (!Array.isArray(jar) || !Array.isArray(recorded)) return jar;
  return jar.map((line: unknown, at) => {
    const other: unknown = recorded[at];
    if (typeof line !== 'string' || typeof other !== 'string') return line;
    const [fields, theirs] = [line.split('\t'), other.split('\t')];
    const [own = '', expiry = ''] = [fields[4], theirs[4]];
    const isRelative = own !== expiry && !bytes.includes(own) && !bytes.includes(expiry);
    if (!isRelative || Math.abs(Number(own) - Number(expiry)) > SLACK) return line;
    return fields.with(4, expiry).join('\t');
  });
}
