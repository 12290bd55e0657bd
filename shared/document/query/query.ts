import type { PurposeWord } from '../../purposes/purpose.ts';
import type { Severity } from '../../rules/rule.ts';
import type { Moment } from '../moment.ts';
import type { Pattern } from './pattern.ts';

/** A place in the text of a query; `[from, to)` counts UTF-16 code units. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where a query is wrong, and what to write instead. */
export interface QueryError extends Span {
  readonly message: string;
}

/** The fields that can be searched by name. */
export const TEXT_FIELDS = ['name', 'value', 'domain', 'site', 'path'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** What an entry can be, as one word. */
export const FLAG_WORDS = [
  'httponly',
  'secure',
  'hostonly',
  'session',
  'expired',
  'problem',
  'long-lived-id',
] as const;
export type FlagWord = (typeof FLAG_WORDS)[number];

/** What a line can be, after `is:`. */
export const LINE_WORDS = ['entry', 'comment', 'blank', 'unparsed', 'edited', 'added', 'external'] as const;
export type LineWord = (typeof LINE_WORDS)[number];

/** What a client can make of a line, as the key of a condition. */
export const CLIENT_WORDS = ['accepted-by', 'changed-by', 'dropped-by'] as const;
export type ClientWord = (typeof CLIENT_WORDS)[number];

/** Whose an entry is on a page of a site that is named, as the key of a condition. */
export const PARTY_WORDS = ['first-party', 'third-party'] as const;
export type PartyWord = (typeof PARTY_WORDS)[number];

export type Comparison = '<' | '<=' | '>' | '>=' | '=';

/** One condition. */
export type Leaf =
  /** Contains `text` in any case; without a field in domain, path, name or value, or in a line kept verbatim. */
  | { readonly kind: 'text'; readonly text: string; readonly field?: TextField; readonly whole: boolean }
  /** Matches a regular expression; without a field where text without a field is looked for. */
  | { readonly kind: 'pattern'; readonly pattern: Pattern; readonly field?: TextField }
  | { readonly kind: 'flag'; readonly word: FlagWord }
  | { readonly kind: 'line'; readonly word: LineWord }
  | { readonly kind: 'expires'; readonly comparison: Comparison; readonly moment: Moment }
  /** Between two moments, the first included; a calendar date as the second is included whole. */
  | { readonly kind: 'expiresBetween'; readonly first?: Moment; readonly last: Moment }
  | { readonly kind: 'size'; readonly comparison: Comparison; readonly bytes: number }
  | { readonly kind: 'rule'; readonly rule: string }
  | { readonly kind: 'severity'; readonly severity: Severity }
  /** What the entry is probably for, told by its name. */
  | { readonly kind: 'purpose'; readonly purpose: PurposeWord }
  /** Does the entry belong to the registrable domain `site`, or to another? */
  | { readonly kind: 'party'; readonly word: PartyWord; readonly site: string }
  /** What a client makes of the line; `client` is one that `chooseClient` knows. */
  | { readonly kind: 'client'; readonly word: ClientWord; readonly client: string };

/** A query as a tree. */
export type Query =
  | { readonly kind: 'and'; readonly terms: readonly Query[] }
  | { readonly kind: 'or'; readonly terms: readonly Query[] }
  | { readonly kind: 'not'; readonly term: Query }
  | { readonly kind: 'leaf'; readonly leaf: Leaf; readonly span: Span };

/** The query that asks for nothing. */
export const EVERYTHING: Query = { kind: 'and', terms: [] };
