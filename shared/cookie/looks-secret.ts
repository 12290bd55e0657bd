import type { ByteString } from './byte-string.ts';

/** A change from one kind of character to another. */
const TURNS = /[a-z](?=[A-Z0-9])|[A-Z](?=[a-z0-9])|[0-9](?=[A-Za-z])/g;

/**
 * Does some stretch of this text look as if a program had drawn it by lot: a token, a hash, a number of an account? Words,
 * words with a number behind them and names of several words do not.
 */
export function looksSecret(text: ByteString): boolean {
  return (text.match(/[0-9A-Za-z]{10,}/g) ?? []).some((stretch) => {
    if (/^[0-9]+$/.test(stretch)) return stretch.length >= 12;
    const turns = stretch.match(TURNS)?.length ?? 0;
    if (!/[0-9]/.test(stretch)) return stretch.length >= 20 && turns >= 8;
    return turns >= 4 || (turns >= 3 && stretch.length >= 16) || (turns >= 2 && stretch.length >= 20);
  });
}

/**
 * Does a cookie's name look like its value rather? Names with a hash in them are common (`_ga_1AB2CD3EF4`, `SSESS5f3a…`),
 * so a first word tells a name, and beside a value that looks secret some capitals do. A name that is nothing but a hash
 * (Joomla's are) cannot be told from a value.
 */
export function isSecretName(name: ByteString, value: ByteString): boolean {
  const [first = ''] = name.replace(/^[^0-9A-Za-z]+/, '').split(/[-_.@~]/);
  if (first.length < name.length && /^[A-Za-z]{1,24}$/.test(first)) return false;
  if (name.length < 16 || !looksSecret(name)) return false;
  return !/^[A-Z]{1,8}[0-9a-f]+$/.test(name) || !looksSecret(value);
}
