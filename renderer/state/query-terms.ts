import { topTerms } from '#shared/document/query/query-terms.ts';

interface Toggle {
  /** What a click writes, for example `site:example.com`. */
  readonly term: string;
  /** Write `-term` instead. */
  readonly negated?: boolean;
  /** Terms that cannot stand beside it (the other values of its facet): they go. */
  readonly instead?: readonly string[];
}

const same = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

function opposite(term: string): string {
  return term.startsWith('-') ? term.slice(1) : `-${term}`;
}

/**
 * The query after a click on a facet value: its term is taken out where it stands, else put at the end. The rest of the
 * query stays as it was typed, but for the blanks between its terms; alternatives become a group beside the new term.
 */
export function toggleTerm(query: string, { term, negated = false, instead = [] }: Toggle): string {
  const terms = topTerms(query);
  const wanted = negated ? opposite(term) : term;
  const had = terms.some((typed) => same(typed, wanted));
  const gone = [term, opposite(term), ...(had ? [] : instead)];
  const kept = terms.filter((typed) => !gone.some((other) => same(typed, other)));
  return [...kept, ...(had ? [] : [wanted])].join(' ');
}

/** Whether a term stands in the query, as it is or negated. */
export function termState(query: string, term: string): 'with' | 'without' | 'absent' {
  const terms = topTerms(query);
  if (terms.some((typed) => same(typed, term))) return 'with';
  return terms.some((typed) => same(typed, opposite(term))) ? 'without' : 'absent';
}
