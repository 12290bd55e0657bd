import { programWords } from './program-words.ts';

/**
 * What a program is given by a line at the prompt of cmd, read by its documented rules: `%` and `!` are replaced
 * wherever they stand, other characters have a meaning outside of quotation marks only, which cmd leaves in the
 * line. Whatever cmd would act on throws.
 */
export function cmdWords(line: string): readonly string[] {
  if (/[%!]/.test(line)) throw new Error('a variable');
  if (/[\0\r\n]/.test(line)) throw new Error('a line break');
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && /[&|<>^()]/.test(character))
      throw new Error('an operator outside of quotation marks');
  }
  if (quoted) throw new Error('a quotation mark without its other');
  return programWords(line);
}
