import type { Rule } from './rule.ts';

/** What a rule goes back to, for people: founding items are numbers of our own. Empty where nothing else is named. */
export function sourceText({ source }: Pick<Rule, 'source'>): string {
  const parts = source.split('; ').filter((part) => !/^F\d+(?:, F\d+)*$/.test(part));
  return parts.join('; ');
}
