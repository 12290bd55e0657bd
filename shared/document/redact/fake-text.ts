import type { ByteString } from '../../cookie/byte-string.ts';

/**
 * Bytes by lot for a text: the same ones for the same text, others for each file, and nothing can be told of the text
 * from them. The host makes them with a key that it throws away.
 */
export type Draw = (text: ByteString, length: number) => Uint8Array;

/** Texts that say nothing of anybody, and that rules look for. */
const HARMLESS = /^(?:undefined|null|NaN|\[object Object\]|true|false|deleted)?$/i;
const JWT = /^eyJ(?=[\w-]*\.[\w-]+\.[\w-]*$)/;

/**
 * What is taken as one: an entity of HTML, a %-escape, one of the old kind, a run of hexadecimal digits, a character of UTF-8, and any
 * single letter, digit or byte beyond ASCII. All else is the shape of the text and stays.
 */
const UNITS =
  /&(?:(?:amp|lt|gt|quot|apos|nbsp|#39|#34|#x27);)+|%u[0-9A-Fa-f]{4}|%[0-9A-Fa-f]{2}|(?<![0-9A-Za-z])(?=[0-9a-f]*[0-9])(?=[0-9a-f]*[a-f])[0-9a-f]{8,}(?![0-9A-Za-z])|(?<![0-9A-Za-z])(?=[0-9A-F]*[0-9])(?=[0-9A-F]*[A-F])[0-9A-F]{8,}(?![0-9A-Za-z])|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|[0-9A-Za-z\x80-\xff]/g;

const STRETCH = 4;
const SEARCHED = 256;
const DRAWS = 16;

const DIGITS = '0123456789';
const SMALL = 'abcdefghijklmnopqrstuvwxyz';
const CAPITAL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ALPHABETS = [DIGITS, SMALL, CAPITAL];
const HEX = [DIGITS, 'abcdef', 'ABCDEF'];

/**
 * A text of the same length and the same kinds of characters, %-escapes, hexadecimal runs and the beginning of a JWT
 * included, in which every letter and digit is another one. Texts that are no secret of anybody's stay.
 */
export function fakeText(text: ByteString, draw: Draw): ByteString {
  if (HARMLESS.test(text)) return text;
  let fake = drawn(text, draw(text, text.length));
  // Chance can bring a stretch of the text back elsewhere; that says nothing, but looks like a leak.
  for (let again = 1; again <= DRAWS && text.length <= SEARCHED && sharesStretch(fake, text); again++) {
    fake = drawn(text, draw(`${text}\0${again}`, text.length));
  }
  return fake;
}

function sharesStretch(fake: ByteString, text: ByteString): boolean {
  for (let at = 0; at + STRETCH <= text.length; at++) {
    const stretch = text.slice(at, at + STRETCH);
    if (/^[0-9A-Za-z]+$/.test(stretch) && fake.includes(stretch)) return true;
  }
  return false;
}

function drawn(text: ByteString, bytes: Uint8Array): ByteString {
  const kept = JWT.test(text) ? 3 : 0;
  let at = kept;
  const lot = (): number => bytes[at++ % bytes.length] ?? 0;
  return text.slice(0, kept) + text.slice(kept).replace(UNITS, (unit) => fakeUnit(unit, lot));
}

function fakeUnit(unit: string, lot: () => number): string {
  if (unit.startsWith('&')) return unit;
  if (unit.startsWith('%u')) return `%u${unit.slice(2).replace(/./g, (digit) => other(digit, HEX, lot))}`;
  if (unit.startsWith('%')) return fakeEscape(unit, lot);
  if (unit >= '\x80') return fakeCharacter(unit, lot);
  return unit.length === 1
    ? other(unit, ALPHABETS, lot)
    : unit.replace(/./g, (digit) => other(digit, HEX, lot));
}

/** A letter or digit as another one, a byte beyond ASCII as one of the same part in a character; punctuation is shape. */
function fakeEscape(escape: string, lot: () => number): string {
  const code = Number.parseInt(escape.slice(1), 16);
  const character = String.fromCharCode(code);
  if (code >= 0x80 && code < 0xc0) return spelt(0x80 + ((code - 0x80 + 1 + (lot() % 0x3f)) % 0x40), escape);
  if (!/[0-9A-Za-z]/.test(character)) return escape;
  return spelt(other(character, ALPHABETS, lot).charCodeAt(0), escape);
}

/** In capitals or not, as the other escape. */
function spelt(code: number, escape: string): string {
  const digits = code.toString(16).padStart(2, '0');
  return `%${/[a-f]/.test(escape) ? digits : digits.toUpperCase()}`;
}

/** Another character of about the same block; blanks, signs and quotation marks stay, for rules look at them. */
function fakeCharacter(unit: string, lot: () => number): string {
  if (/^[\x80-\x9f]$/.test(unit)) return unit;
  if (unit.length === 1) return unit === '\xfe' ? '\xff' : '\xfe';
  if (/^(?:\xc2|\xe2\x80|\xe2\x81|\xe3\x80|\xef)/.test(unit)) return unit;
  const free = unit.length === 2 ? 1 : /^[\xe4-\xe8\xf0]/.test(unit) ? 2 : 1;
  const head = unit.slice(0, unit.length - free);
  return head + unit.slice(head.length).replace(/[^]/g, (byte) => continuation(byte, lot));
}

function continuation(byte: string, lot: () => number): string {
  return String.fromCharCode(0x80 + ((byte.charCodeAt(0) - 0x80 + 1 + (lot() % 0x3f)) % 0x40));
}

/** Another character of the same alphabet, never the same. */
function other(character: string, alphabets: readonly string[], lot: () => number): string {
  const alphabet = alphabets.find((one) => one.includes(character)) ?? character;
  if (alphabet.length < 2) return character;
  const step = 1 + (lot() % (alphabet.length - 1));
  return alphabet.charAt((alphabet.indexOf(character) + step) % alphabet.length);
}
