import type { Rule } from './rule.ts';

/** Every rule, in the order in which they are listed: the document, its lines, then the fields from left to right. */
export const RULES: readonly Rule[] = [];
