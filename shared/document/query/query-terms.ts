import { tokenize } from './tokenize.ts';

/** `text` as one value of a query: in quotation marks where it would not be read as one word. */
export function quoteTerm(text: string): string {
  const isWord = /^[^\s"\\()]+$/.test(text) && !/^(?:or|\/.+\/)$/i.test(text);
  return isWord ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/**
 * What every line of the answer fulfils, as it was typed: conditions, and groups with their parentheses. A query of
 * alternatives is one group; what cannot be read stands at the end as it is.
 */
export function topTerms(query: string): string[] {
  const { tokens } = tokenize(query);
  const terms: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { kind, from, to } of tokens) {
    if (kind === 'or' && depth === 0) return [`(${query.trim()})`];
    if (depth === 0) start = from;
    if (kind === 'open') depth += 1;
    else if (kind === 'close') depth = Math.max(0, depth - 1);
    if (depth === 0) terms.push(query.slice(start, to));
  }
  if (depth > 0) terms.push(query.slice(start).trim());
  return terms;
}

/** The terms of a query in lower case: which facet values are switched on. */
export function typedTerms(query: string): Set<string> {
  return new Set(topTerms(query).map((term) => term.toLowerCase()));
}
