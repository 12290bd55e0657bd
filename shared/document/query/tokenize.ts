import type { Comparison, QueryError, Span } from './query.ts';

/** One condition as it was typed: `-key<value`, or a bare word or phrase (no key). */
export interface Condition extends Span {
  readonly kind: 'condition';
  readonly negated: boolean;
  /** In lower case; absent for free text. */
  readonly key?: string;
  readonly comparison?: Comparison | ':';
  readonly text: string;
  /** How the text was set off: in quotation marks it is taken literally, between slashes it is a regular expression. */
  readonly marks?: 'quotes' | 'slashes';
}

/** What holds conditions together. */
export type Joint = Span &
  (
    | { readonly kind: 'open'; readonly negated: boolean }
    | { readonly kind: 'close' }
    | { readonly kind: 'or' }
  );

export type Token = Condition | Joint;

const KEY = /([A-Za-z][A-Za-z-]*)(:|<=|>=|<|>|=)/y;
const SPACE = /\s*/y;
const BARE = /[^\s"()]*/y;
const QUOTED = /"((?:[^"\\]|\\.)*)("|$)/y;
/** No blanks and no bare slashes inside, so that paths stay what they are: `path:/a/b/` is text. */
const SLASHED = /\/((?:[^\s/\\]|\\\S)+)\/(?=[\s)]|$)/y;
const OR = /or(?=[\s()"]|$)/iy;

/** Cuts a query into its conditions and what joins them. Text after an error is not read. */
export function tokenize(query: string): { tokens: Token[]; error?: QueryError } {
  const tokens: Token[] = [];
  let at = after(SPACE, query, 0);
  while (at < query.length) {
    const from = at;
    const negated = query[at] === '-' && at + 1 < query.length && !/\s/.test(query[at + 1] ?? ' ');
    if (negated) at++;
    const joint = jointAt(query, at, negated);
    if (joint !== undefined) {
      tokens.push({ ...joint, from });
      at = joint.to;
    } else {
      const condition = conditionAt(query, at);
      if ('message' in condition) return { tokens, error: condition };
      tokens.push({ ...condition, from, negated });
      at = condition.to;
    }
    at = after(SPACE, query, at);
  }
  return { tokens };
}

function jointAt(query: string, from: number, negated: boolean): Joint | undefined {
  if (query[from] === '(') return { kind: 'open', negated, from, to: from + 1 };
  if (negated) return undefined;
  if (query[from] === ')') return { kind: 'close', from, to: from + 1 };
  const or = matchAt(OR, query, from);
  return or === undefined ? undefined : { kind: 'or', from, to: from + or[0].length };
}

function conditionAt(query: string, from: number): Condition | QueryError {
  const key = matchAt(KEY, query, from);
  const start = from + (key?.[0].length ?? 0);
  const condition = {
    kind: 'condition' as const,
    from,
    negated: false,
    ...(key && { key: (key[1] ?? '').toLowerCase(), comparison: asComparison(key[2]) }),
  };
  const quoted = matchAt(QUOTED, query, start);
  if (quoted !== undefined) {
    if (quoted[2] === '')
      return {
        message: 'The quotation mark at the start has no partner.',
        from: start,
        to: query.length,
      };
    const text = (quoted[1] ?? '').replace(/\\(.)/g, '$1');
    return { ...condition, to: start + quoted[0].length, text, marks: 'quotes' };
  }
  const slashed = key === undefined || key[2] === ':' ? matchAt(SLASHED, query, start) : undefined;
  if (slashed !== undefined) {
    return { ...condition, to: start + slashed[0].length, text: slashed[1] ?? '', marks: 'slashes' };
  }
  const bare = matchAt(BARE, query, start)?.[0] ?? '';
  return { ...condition, to: start + bare.length, text: bare };
}

function after(pattern: RegExp, text: string, at: number): number {
  return at + (matchAt(pattern, text, at)?.[0].length ?? 0);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function asComparison(text: string | undefined): Comparison | ':' {
  return text === '<' || text === '<=' || text === '>' || text === '>=' || text === '=' ? text : ':';
}
