import { decodeUtf8, type ByteString } from './byte-string.ts';

/** A way to write text into a cookie value. */
export interface ValueCodec {
  readonly id: 'quotes' | 'percent' | 'base64' | 'base64url';
  /** The text inside; nothing where the value is not written so. */
  decode(value: string): string | undefined;
  /** Other text in the same way as `like` was written: its alphabet, padding, and what it leaves as it is. */
  encode(text: string, like: string): string;
}

const quotes: ValueCodec = {
  id: 'quotes',
  decode: (value) => (/^"[^"]*"$/.test(value) ? value.slice(1, -1) : undefined),
  encode: (text) => `"${text}"`,
};

const UNRESERVED = /^[\w.~-]$/;

const percent: ValueCodec = {
  id: 'percent',
  decode(value) {
    if (!/%[0-9a-f]{2}/i.test(value)) return undefined;
    try {
      return decodeURIComponent(value);
    } catch {
      return undefined;
    }
  },
  encode(text, like) {
    const untouched = new Set(like.replace(/%[0-9a-f]{2}/gi, ''));
    const small = /%(?:[0-9][a-f]|[a-f][0-9a-f])/.test(like);
    return Array.from(text, (letter) => {
      if (letter !== '%' && (UNRESERVED.test(letter) || untouched.has(letter))) return letter;
      return [...new TextEncoder().encode(letter)].map((byte) => percentByte(byte, small)).join('');
    }).join('');
  },
};

function percentByte(byte: number, small: boolean): string {
  const digits = byte.toString(16).padStart(2, '0');
  return `%${small ? digits : digits.toUpperCase()}`;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const ALPHABETS = { base64: `${LETTERS}+/`, base64url: `${LETTERS}-_` } as const;
/** Shorter words are base64 by chance only. */
const SHORTEST = 8;

function base64Codec(id: 'base64' | 'base64url'): ValueCodec {
  const alphabet = ALPHABETS[id];
  return {
    id,
    decode(value) {
      if (value.length < SHORTEST) return undefined;
      const bytes = base64Bytes(value, id);
      const text = bytes === undefined ? undefined : decodeUtf8(bytes);
      return text !== undefined && isReadable(text) ? text : undefined;
    },
    encode(text, like) {
      const bytes = [...new TextEncoder().encode(text)];
      let out = '';
      for (let at = 0; at < bytes.length; at += 3) {
        const [first = 0, second = 0, third = 0] = bytes.slice(at, at + 3);
        const bits = (first << 16) | (second << 8) | third;
        const letters = Math.min(4, bytes.length - at + 1);
        for (let place = 0; place < letters; place++) out += alphabet[(bits >> (18 - 6 * place)) & 63] ?? '';
      }
      const padded = like.endsWith('=') || (like.length % 4 === 0 && id === 'base64');
      return padded ? out.padEnd(Math.ceil(out.length / 4) * 4, '=') : out;
    },
  };
}

/** The bytes that base64 stands for, with or without padding; nothing where it is none. */
export function base64Bytes(value: string, id: 'base64' | 'base64url'): ByteString | undefined {
  const alphabet = ALPHABETS[id];
  const [, letters = '', padding = ''] = /^([\w+/-]+)(={0,2})$/.exec(value) ?? [];
  if (letters.length % 4 === 1 || (padding !== '' && value.length % 4 !== 0)) return undefined;
  let out = '';
  let bits = 0;
  let count = 0;
  for (const letter of letters) {
    const at = alphabet.indexOf(letter);
    if (at < 0) return undefined;
    bits = ((bits << 6) | at) & 0xffffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += String.fromCharCode((bits >> count) & 0xff);
  }
  return out === '' ? undefined : out;
}

/** Text that somebody wrote, and not a number or a key that happens to be valid UTF-8. */
function isReadable(text: string): boolean {
  return /^[\t\n\r\x20-\x7e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]+$/u.test(text);
}

/** In the order in which they are tried. */
export const VALUE_CODECS: readonly ValueCodec[] = [
  quotes,
  percent,
  base64Codec('base64'),
  base64Codec('base64url'),
];
