import { parseQuery } from './parse-query.ts';
import type { Query } from './query.ts';

/** `text` as one value of a query: in quotation marks where it would not be read as one word. */
export function quoteTerm(text: string): string {
  return text !== '' && /^[^\s"\\]+$/.test(text) ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** The conditions of a query as they were typed, in lower case: which facet values are switched on. */
export function typedTerms(text: string): Set<string> {
  const terms = new Set<string>();
  const visit = (query: Query): void => {
    if (query.kind === 'leaf') terms.add(text.slice(query.span.from, query.span.to).toLowerCase());
    else if (query.kind === 'not') visit(query.term);
    else query.terms.forEach(visit);
  };
  visit(parseQuery(text).query);
  return terms;
}
