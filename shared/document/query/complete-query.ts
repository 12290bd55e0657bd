import type { Span } from './query.ts';
import { tokenize } from './tokenize.ts';
import type { Condition } from './tokenize.ts';
import { VOCABULARY } from './vocabulary.ts';

/** Something that may stand where the cursor is. */
export interface Completion {
  /** What takes the place of `Completions` span. */
  readonly insert: string;
  /** Empty where the text says it already. */
  readonly means: string;
  /** How many lines it finds, where that is known. */
  readonly count?: number;
}

export interface Completions extends Span {
  readonly options: Completion[];
}

/** A condition that makes sense here, such as a value of a facet. */
export interface KnownTerm {
  readonly term: string;
  readonly label: string;
  readonly count?: number;
}

const MOST = 8;

/** The condition that ends at the cursor and can go on; nothing in quotation marks or a regular expression. */
export function typedAt(query: string, cursor: number): Condition | undefined {
  const token = tokenize(query).tokens.find(({ to }) => to === cursor);
  return token?.kind === 'condition' && token.marks === undefined ? token : undefined;
}

/**
 * How the condition that ends at the cursor could go on: with words of the language, and with terms that find
 * something in the file. Nothing where there is no such condition.
 */
export function completeQuery(query: string, cursor: number, known: readonly KnownTerm[]): Completions {
  const condition = typedAt(query, cursor);
  if (condition === undefined) return { from: cursor, to: cursor, options: [] };
  const from = condition.from + (condition.negated ? 1 : 0);
  const typed = query.slice(from, cursor).toLowerCase();
  const words = VOCABULARY.filter(({ word }) => word.startsWith(typed)).map(
    ({ word, means }): Completion => ({ insert: word, means: `Lines that ${means}` }),
  );
  const terms = known
    .filter((one) => fits(one, typed))
    .map(({ term, label, count }): Completion => {
      const means = term.endsWith(`:${label}`) ? '' : label;
      return { insert: term, means, ...(count !== undefined && { count }) };
    });
  const all = condition.key === undefined ? [...words, ...terms] : [...terms, ...words];
  const others = all.filter(({ insert }) => insert.toLowerCase() !== typed);
  return { from, to: cursor, options: others.slice(0, MOST) };
}

/** After a key a term must have that key; before one, any part of the term or its label will do. */
function fits({ term, label }: KnownTerm, typed: string): boolean {
  const lower = term.toLowerCase();
  const [, key = '', text = typed] = /^([a-z-]+[:<>=])(.*)$/.exec(typed) ?? [];
  if (lower.startsWith('-') || (key === '' && text.length < 2)) return false;
  return lower.startsWith(key) && (lower.includes(text, key.length) || label.toLowerCase().includes(text));
}
