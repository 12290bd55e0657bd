import { tokenize } from '#shared/document/query/tokenize.ts';

interface Toggle {
  /** What a click writes, for example `site:example.com`. */
  readonly term: string;
  /** Write `-term` instead. */
  readonly negated?: boolean;
  /** Terms that cannot stand beside it (the other values of its facet): they go. */
  readonly instead?: readonly string[];
}

/** Text as one value of a query: in quotation marks where it would not be read as one word. */
export function quoteTerm(text: string): string {
  return text !== '' && /^[^\s"\\]+$/.test(text) ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;
}

const same = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

function opposite(term: string): string {
  return term.startsWith('-') ? term.slice(1) : `-${term}`;
}

/**
 * The query after a click on a facet value: its term is taken out where it stands, else put at the end. The rest of the
 * query stays as it was typed, but for the blanks between its terms.
 */
export function toggleTerm(query: string, { term, negated = false, instead = [] }: Toggle): string {
  const terms = tokenize(query).tokens.map(({ from, to }) => query.slice(from, to));
  const wanted = negated ? opposite(term) : term;
  const had = terms.some((typed) => same(typed, wanted));
  const gone = [term, opposite(term), ...(had ? [] : instead)];
  const kept = terms.filter((typed) => !gone.some((other) => same(typed, other)));
  return [...kept, ...(had ? [] : [wanted])].join(' ');
}

/** Whether a term stands in the query, as it is or negated. */
export function termState(query: string, term: string): 'with' | 'without' | 'absent' {
  const terms = tokenize(query).tokens.map(({ from, to }) => query.slice(from, to));
  if (terms.some((typed) => same(typed, term))) return 'with';
  return terms.some((typed) => same(typed, opposite(term))) ? 'without' : 'absent';
}
