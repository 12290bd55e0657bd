import { ruleById } from '../../rules/registry.ts';
import type { DocumentPatch } from '../../rules/rule.ts';
import type { CookieDocument } from '../cookie-document.ts';
import type { Trouble } from './troubles.ts';

/** A fix of the file as a whole. */
export interface DocumentMend {
  readonly rule: string;
  readonly patch: DocumentPatch;
}

const HEADER_RULES = ['header-unknown', 'header-not-first', 'header-missing'];
/** What is mended first: nothing else can be told of a file before. */
const ORDER = [
  'encoding-utf-16',
  'cr-line-ends',
  'byte-order-mark',
  ...HEADER_RULES,
  'line-wrapped',
  'final-newline-missing',
  'crlf-line-ends',
];

/** The fixes of the whole file that may end some troubles, in the order in which to try them. */
export function documentMends(document: CookieDocument, troubles: readonly Trouble[]): DocumentMend[] {
  const wanted = new Set(troubles.flatMap((trouble) => rulesFor(document, trouble)));
  return ORDER.filter((rule) => wanted.has(rule)).flatMap((rule) => {
    const patch = patchOf(document, rule);
    return patch === undefined ? [] : [{ rule, patch }];
  });
}

function rulesFor(document: CookieDocument, trouble: Trouble): readonly string[] {
  const { charset, crOnly, byteOrderMark } = document.properties.encoding;
  if (charset !== 'utf-8') return ['encoding-utf-16'];
  if (crOnly) return ['cr-line-ends'];
  const { id, reason } = trouble;
  const isFirst = id === undefined || document.lines.place(id) === 1;
  const rules = byteOrderMark && isFirst ? ['byte-order-mark'] : [];
  if (reason.rule === 'header-missing') return [...rules, ...(byteOrderMark ? [] : HEADER_RULES)];
  if (reason.code === 'field-count') rules.push('line-wrapped');
  if (reason.rule !== undefined && ORDER.includes(reason.rule)) rules.push(reason.rule);
  return rules;
}

/** What a document rule that finds something would change. */
function patchOf(document: CookieDocument, id: string): DocumentPatch | undefined {
  const rule = ruleById(id);
  if (rule?.scope !== 'document') return undefined;
  const facts = document.facts();
  return rule.check(facts) === undefined ? undefined : rule.fix?.(facts);
}
