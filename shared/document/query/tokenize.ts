import type { Comparison, QueryError, Span } from './query.ts';

/** One condition as it was typed: `-key<value`, or a bare word or phrase (no key). */
export interface Token extends Span {
  readonly negated: boolean;
  /** In lower case; absent for free text. */
  readonly key?: string;
  readonly comparison?: Comparison | ':';
  readonly text: string;
  /** The text stood in quotes: it is taken literally. */
  readonly quoted: boolean;
}

const KEY = /([A-Za-z][A-Za-z-]*)(:|<=|>=|<|>|=)/y;
const SPACE = /\s*/y;
const BARE = /[^\s"]*/y;
const QUOTED = /"((?:[^"\\]|\\.)*)("|$)/y;

/** Cuts a query into its conditions. Text after an error is not read. */
export function tokenize(query: string): { tokens: Token[]; error?: QueryError } {
  const tokens: Token[] = [];
  let at = matchAt(SPACE, query, 0)?.[0].length ?? 0;
  while (at < query.length) {
    const from = at;
    const negated = query[at] === '-' && at + 1 < query.length && !/\s/.test(query[at + 1] ?? ' ');
    if (negated) at++;
    const key = matchAt(KEY, query, at);
    if (key !== undefined) at += key[0].length;
    const quoted = matchAt(QUOTED, query, at);
    if (quoted?.[2] === '') {
      const error = {
        message: 'The quotation mark at the start has no partner.',
        from: at,
        to: query.length,
      };
      return { tokens, error };
    }
    const bare = quoted === undefined ? (matchAt(BARE, query, at)?.[0] ?? '') : '';
    at += quoted?.[0].length ?? bare.length;
    tokens.push({
      from,
      to: at,
      negated,
      ...(key && { key: (key[1] ?? '').toLowerCase(), comparison: asComparison(key[2]) }),
      text: quoted === undefined ? bare : (quoted[1] ?? '').replace(/\\(.)/g, '$1'),
      quoted: quoted !== undefined,
    });
    at += matchAt(SPACE, query, at)?.[0].length ?? 0;
  }
  return { tokens };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function asComparison(text: string | undefined): Comparison | ':' {
  return text === '<' || text === '<=' || text === '>' || text === '>=' || text === '=' ? text : ':';
}
