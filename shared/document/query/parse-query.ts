import { parseCondition } from './parse-condition.ts';
import { EVERYTHING } from './query.ts';
import type { Query, QueryError, Span } from './query.ts';
import { tokenize } from './tokenize.ts';
import type { Condition, Token } from './tokenize.ts';

/** Reads a query as a person types it. With an error, `query` asks for nothing. */
export function parseQuery(text: string): { query: Query; error?: QueryError } {
  const { tokens, error } = tokenize(text);
  if (error !== undefined) return { query: EVERYTHING, error };
  const reader: Reader = { tokens, at: 0 };
  const query = tokens.length === 0 ? EVERYTHING : parseAlternatives(reader);
  if ('message' in query) return { query: EVERYTHING, error: query };
  const left = tokens[reader.at];
  if (left === undefined) return { query };
  return { query: EVERYTHING, error: at(left, UNOPENED) };
}

interface Reader {
  readonly tokens: readonly Token[];
  /** The token that comes next. */
  at: number;
}

const at = ({ from, to }: Span, message: string): QueryError => ({ message, from, to });

/** Conditions side by side bind closer than `or`. */
function parseAlternatives(reader: Reader): Query | QueryError {
  const terms: Query[] = [];
  for (;;) {
    const term = parseTerms(reader);
    if ('message' in term) return term;
    terms.push(term);
    if (reader.tokens[reader.at]?.kind !== 'or') break;
    reader.at++;
  }
  const [only] = terms;
  return terms.length === 1 && only !== undefined ? only : { kind: 'or', terms };
}

function parseTerms(reader: Reader): Query | QueryError {
  const terms: Query[] = [];
  for (;;) {
    const token = reader.tokens[reader.at];
    if (token === undefined || token.kind === 'close' || token.kind === 'or') {
      return terms.length > 0 ? { kind: 'and', terms } : nothingHere(reader);
    }
    reader.at++;
    const term = token.kind === 'open' ? parseGroup(reader, token) : parseTerm(token);
    if ('message' in term) return term;
    terms.push(token.negated ? { kind: 'not', term } : term);
  }
}

function nothingHere({ tokens, at: next }: Reader): QueryError {
  const before = tokens[next - 1];
  const token = tokens[next];
  for (const or of [before, token]) {
    if (or?.kind === 'or')
      return at(
        or,
        'A condition must stand on both sides of “or”. To search for the word, put it in quotation marks.',
      );
  }
  if (before?.kind !== 'open') return at(token ?? NOWHERE, UNOPENED);
  if (token === undefined) return at(before, UNCLOSED);
  return { message: 'There is nothing between the parentheses.', from: before.from, to: token.to };
}

function parseGroup(reader: Reader, open: Token): Query | QueryError {
  const query = parseAlternatives(reader);
  if ('message' in query) return query;
  if (reader.tokens[reader.at]?.kind !== 'close') return at(open, UNCLOSED);
  reader.at++;
  return query;
}

const NOWHERE: Span = { from: 0, to: 0 };
const UNOPENED =
  'No parenthesis was opened that this one could close. To search for it, put it in quotation marks.';
const UNCLOSED = 'This parenthesis is never closed. To search for it, put it in quotation marks.';

function parseTerm({ from, to, ...condition }: Condition): Query | QueryError {
  const parsed = parseCondition(condition);
  return 'wrong' in parsed
    ? { message: parsed.wrong, from, to }
    : { kind: 'leaf', leaf: parsed.leaf, span: { from, to } };
}
