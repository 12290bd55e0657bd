import { chooseClient } from '../../clients/registry.ts';
import { RULES } from '../../rules/registry.ts';
import { dateText, durationText } from '../moment.ts';
import type { Moment } from '../moment.ts';
import type { Comparison, Leaf, Query } from './query.ts';
import {
  CLIENT_MEANINGS,
  FLAG_MEANINGS,
  LINE_MEANINGS,
  PARTY_MEANINGS,
  purposeMeaning,
} from './vocabulary.ts';

const COMPARED: Readonly<Record<Comparison, string>> = {
  '<': 'less than',
  '<=': 'at most',
  '>': 'more than',
  '>=': 'at least',
  '=': 'exactly',
};

/** A query in plain words: "Lines that contain “ga” and are not HttpOnly". */
export function explainQuery(query: Query): string {
  if (query.kind === 'and' && query.terms.length === 0) return 'All entries and unread lines';
  return `Lines that ${explain(query)}`;
}

function explain(whole: Query): string {
  const query = simplified(whole);
  switch (query.kind) {
    case 'and':
      return query.terms.map((term) => grouped(term, 'or')).join(' and ');
    case 'or':
      return query.terms.map((term) => grouped(term, 'and')).join(' or ');
    case 'not':
      return query.term.kind === 'leaf'
        ? negated(explainLeaf(query.term.leaf))
        : `not (${explain(query.term)})`;
    case 'leaf':
      return explainLeaf(query.leaf);
  }
}

/** A part in parentheses where its joint would be taken for that of the whole. */
function grouped(query: Query, joint: 'and' | 'or'): string {
  const plain = simplified(query);
  return plain.kind === joint ? `(${explain(plain)})` : explain(plain);
}

/** Without groups of one, and with `not` before conditions only: what is not “a and b” is not a or not b (De Morgan). */
function simplified(query: Query): Query {
  if (query.kind === 'leaf') return query;
  if (query.kind !== 'not') {
    const [only] = query.terms;
    return query.terms.length === 1 && only !== undefined ? simplified(only) : query;
  }
  const { term } = query;
  if (term.kind === 'leaf') return query;
  if (term.kind === 'not') return simplified(term.term);
  const terms = term.terms.map((part): Query => ({ kind: 'not', term: part }));
  return simplified({ kind: term.kind === 'and' ? 'or' : 'and', terms });
}

function negated(words: string): string {
  if (words.startsWith('are ')) return `are not ${words.slice(4)}`;
  if (words.startsWith('were ')) return `were not ${words.slice(5)}`;
  if (words.startsWith('could not ')) return `could ${words.slice(10)}`;
  if (words.startsWith('have a ')) return `have no ${words.slice(7)}`;
  return `do not ${words}`;
}

function explainLeaf(leaf: Leaf): string {
  switch (leaf.kind) {
    case 'text':
      if (leaf.field === undefined) return `contain “${leaf.text}”`;
      if (leaf.field === 'site') return `belong to the site ${leaf.text}`;
      return leaf.whole
        ? `have the ${leaf.field} “${leaf.text}”`
        : `have “${leaf.text}” in the ${leaf.field}`;
    case 'pattern':
      return leaf.field === undefined
        ? `match /${leaf.pattern.source}/`
        : `match /${leaf.pattern.source}/ in the ${leaf.field}`;
    case 'flag':
      return FLAG_MEANINGS[leaf.word];
    case 'line':
      return LINE_MEANINGS[leaf.word];
    case 'expires':
      return explainExpires(leaf.comparison, leaf.moment);
    case 'expiresBetween':
      if (leaf.first !== undefined)
        return `expire between ${momentText(leaf.first)} and ${momentText(leaf.last)}`;
      return leaf.last.kind === 'relative'
        ? `expire in the next ${durationText(leaf.last.seconds)}`
        : `expire in ${momentText(leaf.last)}`;
    case 'size':
      return `take ${COMPARED[leaf.comparison]} ${leaf.bytes} bytes`;
    case 'rule':
      return `are reported by “${RULES.find((rule) => rule.id === leaf.rule)?.title ?? leaf.rule}”`;
    case 'client':
      return `${CLIENT_MEANINGS[leaf.word]} ${clientText(leaf.client)}`;
    case 'purpose':
      return purposeMeaning(leaf.purpose);
    case 'party':
      return `${PARTY_MEANINGS[leaf.word]} ${leaf.site}`;
    case 'severity':
      return `have a problem of the severity ${leaf.severity}`;
  }
}

function clientText(text: string): string {
  const chosen = chooseClient(text);
  return 'refused' in chosen ? text : `${chosen.client.title} ${chosen.version}`;
}

function explainExpires(comparison: Comparison, moment: Moment): string {
  const before = comparison === '<' || comparison === '<=';
  if (moment.kind === 'relative') {
    return `expire ${before ? 'within' : 'later than'} ${durationText(moment.seconds)}`;
  }
  const through = comparison === '<=' || comparison === '>';
  return `expire ${before ? (through ? 'by the end of' : 'before') : through ? 'after' : 'from'} ${momentText(moment)}${comparison === '>=' ? ' on' : ''}`;
}

function momentText(moment: Moment): string {
  if (moment.kind === 'relative')
    return moment.seconds === 0 ? 'now' : `${durationText(moment.seconds)} from now`;
  const length = moment.to - moment.from;
  if (length > 32 * 86_400) return dateText(moment.from).slice(-4);
  if (length > 86_400) return dateText(moment.from).replace(/^\d+ /, '');
  return dateText(moment.from, length < 86_400);
}
