import { PURPOSE_WORDS, PURPOSES } from '../../purposes/purpose.ts';
import type { PurposeWord } from '../../purposes/purpose.ts';
import { SEVERITIES } from '../../rules/rule.ts';
import type { ClientWord, FlagWord, LineWord, PartyWord, TextField } from './query.ts';

/** What an entry is, as the end of "Lines that …". */
export const FLAG_MEANINGS: Readonly<Record<FlagWord, string>> = {
  httponly: 'are HttpOnly',
  secure: 'are sent over HTTPS only',
  hostonly: 'belong to one host only',
  session: 'last for a session',
  expired: 'are expired',
  problem: 'have a problem',
  'long-lived-id': 'have a value that may single out one person for more than 13 months',
};

/** What a line is, likewise. */
export const LINE_MEANINGS: Readonly<Record<LineWord, string>> = {
  entry: 'are entries',
  comment: 'are comments',
  blank: 'are blank',
  unparsed: 'could not be read as entries',
  edited: 'were edited since the last save',
  added: 'were added since the last save',
  external: 'were changed by another program',
};

/** What a client does with a line; its name follows. */
export const CLIENT_MEANINGS: Readonly<Record<ClientWord, string>> = {
  'accepted-by': 'are accepted by',
  'changed-by': 'are changed by',
  'dropped-by': 'are dropped by',
};

/** Whose a line is; a site follows. */
export const PARTY_MEANINGS: Readonly<Record<PartyWord, string>> = {
  'first-party': 'are first-party on',
  'third-party': 'are third-party on',
};

const FIELD_MEANINGS: Readonly<Record<TextField, string>> = {
  domain: 'have the text in the domain',
  site: 'belong to a site, such as example.com',
  name: 'have the text in the name',
  path: 'have the text in the path',
  value: 'have the text in the value',
};

/** A word of the query language. */
export interface QueryWord {
  /** As it is typed; what ends in `:`, `<` or `>` is followed by more. */
  readonly word: string;
  /** The end of "Lines that …". */
  readonly means: string;
}

const words = (meanings: Readonly<Record<string, string>>, spell: (word: string) => string): QueryWord[] =>
  Object.entries(meanings).map(([word, means]) => ({ word: spell(word), means }));

/** What lines of a purpose are, likewise; names are all that tells it. */
export function purposeMeaning(word: PurposeWord): string {
  return word === 'unknown'
    ? 'are of unknown purpose'
    : `are probably for ${PURPOSES[word].title.toLowerCase()}`;
}

/** Every word of the query language, in the order in which people need them. */
export const VOCABULARY: readonly QueryWord[] = [
  ...words(FIELD_MEANINGS, (word) => `${word}:`),
  ...words(FLAG_MEANINGS, (word) => word),
  { word: 'expires<', means: 'expire within a time or before a date: 7d, 24h, 2027-03' },
  { word: 'expires>', means: 'expire later' },
  { word: 'expires:', means: 'expire in a month or year, or between two times: 2027-03, 1d..7d' },
  { word: 'size>', means: 'have more bytes in name and value: 4k' },
  { word: 'size<', means: 'have fewer bytes' },
  { word: 'rule:', means: 'have a problem by its id' },
  ...SEVERITIES.map((severity) => ({
    word: `severity:${severity}`,
    means: `have a problem of the severity ${severity}`,
  })),
  ...PURPOSE_WORDS.map((word) => ({ word: `purpose:${word}`, means: purposeMeaning(word) })),
  ...words(PARTY_MEANINGS, (word) => `${word}:`).map(({ word, means }) => ({
    word,
    means: `${means} a site, such as example.com`,
  })),
  ...words(CLIENT_MEANINGS, (word) => `${word}:`).map(({ word, means }) => ({
    word,
    means: `${means} a program`,
  })),
  ...words(LINE_MEANINGS, (word) => `is:${word}`),
];

/** How conditions are put together: what is typed, and what it does. */
export const GRAMMAR: readonly QueryWord[] = [
  { word: 'a b', means: 'both' },
  { word: 'a or b', means: 'either; conditions side by side bind closer' },
  { word: '-a', means: 'not' },
  { word: '(a or b) c', means: 'a group; -(a b) is not both' },
  { word: '"a b"', means: 'the text as it stands; name="" has no name, domain=a.example no other' },
  { word: '/^_g(a|id)$/', means: 'a regular expression (RE2) without blanks, also name:/…/' },
];
