import { RE2JS, RE2JSException } from 're2js';
import { patternTrouble } from '../query/pattern.ts';

/** What is looked for and what comes in its place. */
export interface Replacement {
  readonly find: string;
  readonly with: string;
  readonly pattern?: boolean | undefined;
  readonly anyCase?: boolean | undefined;
}

/** Makes a replacement ready, or says why it cannot be: every place in a text at once, in time linear in its length. */
export function replacerOf(
  replacement: Replacement,
): ((text: string) => string) | { readonly refused: string } {
  const { find, with: put, pattern = false, anyCase = false } = replacement;
  const flags = anyCase ? RE2JS.CASE_INSENSITIVE : 0;
  try {
    const compiled = RE2JS.compile(pattern ? find : RE2JS.quote(find), flags);
    const unknown = pattern ? unknownGroup(put, compiled.groupCount()) : undefined;
    if (unknown !== undefined) return { refused: `The pattern has no group ${unknown}.` };
    const by = pattern ? put : () => put;
    return (text) => compiled.matcher(text).replaceAll(by);
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    return { refused: patternTrouble(error) };
  }
}

/** The first `$n` that stands for no group: it would be written as it is, which nobody means. */
function unknownGroup(put: string, groups: number): string | undefined {
  for (const [, escaped, digits = ''] of put.matchAll(/(\$\$)|\$(\d{1,2})/g)) {
    if (escaped === undefined && (Number(digits[0]) > groups || Number(digits) === 0)) return `$${digits}`;
  }
  return undefined;
}
