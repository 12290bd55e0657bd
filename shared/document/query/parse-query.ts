import { chooseClient, CLIENTS } from '../../clients/registry.ts';
import { RULES } from '../../rules/registry.ts';
import { SEVERITIES } from '../../rules/rule.ts';
import { parseMoment } from '../moment.ts';
import type { Moment } from '../moment.ts';
import { CLIENT_WORDS, EVERYTHING, FLAG_WORDS, LINE_WORDS, TEXT_FIELDS } from './query.ts';
import type { ClientWord, Comparison, Leaf, Query, QueryError } from './query.ts';
import { tokenize } from './tokenize.ts';
import type { Token } from './tokenize.ts';

type Parsed = { readonly leaf: Leaf } | { readonly wrong: string };

/** Reads a query as a person types it. With an error, `query` is what stood before it. */
export function parseQuery(text: string): { query: Query; error?: QueryError } {
  const { tokens, error } = tokenize(text);
  const terms: Query[] = [];
  for (const token of tokens) {
    const parsed = parseToken(token);
    if ('wrong' in parsed) {
      return {
        query: { kind: 'and', terms },
        error: { message: parsed.wrong, from: token.from, to: token.to },
      };
    }
    const term: Query = { kind: 'leaf', leaf: parsed.leaf, span: { from: token.from, to: token.to } };
    terms.push(token.negated ? { kind: 'not', term } : term);
  }
  const query: Query = terms.length === 0 ? EVERYTHING : { kind: 'and', terms };
  return error === undefined ? { query } : { query, error };
}

function parseToken(token: Token): Parsed {
  const { key, comparison = ':', text } = token;
  if (key === undefined) return parseWord(token);
  const field = TEXT_FIELDS.find((known) => known === key);
  if (field !== undefined) {
    if (comparison !== ':' && comparison !== '=')
      return wrong(`Write ${field}:text, or ${field}=text for all of it.`);
    if (text === '' && comparison === ':')
      return wrong(`Say what the ${field} contains, or ${field}="" for none.`);
    return { leaf: { kind: 'text', text, field, whole: comparison === '=' || field === 'site' } };
  }
  const word = CLIENT_WORDS.find((known) => known === key);
  if (word !== undefined) return parseClient(word, text);
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

function parseWord({ text, quoted }: Token): Parsed {
  const word = quoted ? undefined : FLAG_WORDS.find((known) => known === text.toLowerCase());
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
