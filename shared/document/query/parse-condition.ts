import { chooseClient, CLIENTS } from '../../clients/registry.ts';
import { PURPOSE_WORDS } from '../../purposes/purpose.ts';
import { RULES } from '../../rules/registry.ts';
import { SEVERITIES } from '../../rules/rule.ts';
import { parseMoment } from '../moment.ts';
import type { Moment } from '../moment.ts';
import { namedSite } from './named-site.ts';
import { patternOf } from './pattern.ts';
import { CLIENT_WORDS, FLAG_WORDS, LINE_WORDS, PARTY_WORDS, TEXT_FIELDS } from './query.ts';
import type { ClientWord, Comparison, Leaf, PartyWord, TextField } from './query.ts';
import type { Condition } from './tokenize.ts';

type Parsed = { readonly leaf: Leaf } | { readonly wrong: string };
type Typed = Omit<Condition, 'from' | 'to'>;

/** What one condition asks for, or what is wrong with it and what to write instead. */
export function parseCondition(token: Typed): Parsed {
  const { key, comparison = ':', text } = token;
  if (key === undefined) return parseWord(token);
  const field = TEXT_FIELDS.find((known) => known === key);
  if (field !== undefined) {
    if (token.marks === 'slashes') return parsePattern(text, field);
    if (comparison !== ':' && comparison !== '=')
      return wrong(`Write ${field}:text, or ${field}=text for all of it.`);
    if (text === '' && comparison === ':')
      return wrong(`Say what the ${field} contains, or ${field}="" for none.`);
    return { leaf: { kind: 'text', text, field, whole: comparison === '=' || field === 'site' } };
  }
  const word = CLIENT_WORDS.find((known) => known === key);
  if (word !== undefined) return parseClient(word, text);
  const party = PARTY_WORDS.find((known) => known === key);
  if (party !== undefined) return parseParty(party, text);
  switch (key) {
    case 'expires':
      return parseExpires(comparison, text);
    case 'size':
      return parseSize(comparison, text);
    case 'rule': {
      const rule = RULES.find((known) => known.id === text.toLowerCase());
      return rule === undefined
        ? wrong(`There is no rule “${text}”.`)
        : { leaf: { kind: 'rule', rule: rule.id } };
    }
    case 'severity': {
      const severity = SEVERITIES.find((known) => known === text.toLowerCase());
      return severity === undefined
        ? wrong(`Write one of ${list(SEVERITIES)}.`)
        : { leaf: { kind: 'severity', severity } };
    }
    case 'purpose': {
      const purpose = PURPOSE_WORDS.find((known) => known === text.toLowerCase());
      return purpose === undefined
        ? wrong(`Write one of ${list(PURPOSE_WORDS)}.`)
        : { leaf: { kind: 'purpose', purpose } };
    }
    case 'is': {
      const line = LINE_WORDS.find((known) => known === text.toLowerCase());
      if (line !== undefined) return { leaf: { kind: 'line', word: line } };
      const flag = FLAG_WORDS.find((known) => known === text.toLowerCase());
      return flag === undefined
        ? wrong(`Write one of ${list([...LINE_WORDS, ...FLAG_WORDS])}.`)
        : { leaf: { kind: 'flag', word: flag } };
    }
    default:
      return wrong(`There is no field “${key}”. To search for the text itself, put it in quotation marks.`);
  }
}

function parsePattern(source: string, field?: TextField): Parsed {
  const pattern = patternOf(source);
  return 'wrong' in pattern ? pattern : { leaf: { kind: 'pattern', pattern, ...(field && { field }) } };
}

function parseWord({ text, marks }: Typed): Parsed {
  if (marks === 'slashes') return parsePattern(text);
  const word = marks === 'quotes' ? undefined : FLAG_WORDS.find((known) => known === text.toLowerCase());
  if (word !== undefined) return { leaf: { kind: 'flag', word } };
  return text === ''
    ? wrong('There is nothing between the quotation marks.')
    : { leaf: { kind: 'text', text, whole: false } };
}

function parseClient(word: ClientWord, text: string): Parsed {
  const chosen = chooseClient(text);
  if (!('refused' in chosen)) return { leaf: { kind: 'client', word, client: text } };
  return chosen.refused === 'version-unknown'
    ? wrong('Write a version as the program prints it, such as dropped-by:"curl 8.21.0".')
    : wrong(`Write one of ${list(CLIENTS.map(({ id }) => id))}.`);
}

function parseParty(word: PartyWord, text: string): Parsed {
  const site = namedSite(text);
  return site === undefined
    ? wrong(`Name the site whose pages are meant, such as ${word}:example.com.`)
    : { leaf: { kind: 'party', word, site } };
}

function parseExpires(comparison: Comparison | ':', text: string): Parsed {
  const help = wrong(
    'Write a time such as 7d, 24h, 2027, 2027-03 or 2027-03-01, or two with .. between them.',
  );
  if (comparison === ':' || comparison === '=') {
    if (comparison === ':' && text.toLowerCase() === 'session')
      return { leaf: { kind: 'flag', word: 'session' } };
    const ends = text.split('..');
    const last = parseMoment(ends[ends.length - 1] ?? '');
    const first: Moment | undefined = ends.length === 2 ? parseMoment(ends[0] ?? '') : undefined;
    if (last === undefined || ends.length > 2 || (ends.length === 2 && first === undefined)) return help;
    return { leaf: { kind: 'expiresBetween', ...(first && { first }), last } };
  }
  const moment = parseMoment(text);
  return moment === undefined ? help : { leaf: { kind: 'expires', comparison, moment } };
}

function parseSize(comparison: Comparison | ':', text: string): Parsed {
  const match = /^(\d{1,9}(?:\.\d+)?)\s*(k|m)?(?:i?b)?$/i.exec(text);
  if (match === null) return wrong('Write a number of bytes, such as size>1000 or size>4k.');
  const unit = { k: 1024, m: 1_048_576 }[(match[2] ?? '').toLowerCase()] ?? 1;
  const bytes = Math.round(Number(match[1]) * unit);
  return { leaf: { kind: 'size', comparison: comparison === ':' ? '=' : comparison, bytes } };
}

function wrong(message: string): { wrong: string } {
  return { wrong: message };
}

function list(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words[words.length - 1] ?? ''}`;
}
