import { RE2JS, RE2JSException } from 're2js';

/** A regular expression in the syntax of RE2: any text is tested in time linear in its length. */
export interface Pattern {
  readonly source: string;
  /** Does the text contain a match, in any case? `(?-i)` at the start of the source minds the case. */
  test(text: string): boolean;
}

const LONGEST = 1000;

/** Makes a pattern ready, or says why it is none. */
export function patternOf(source: string): Pattern | { readonly wrong: string } {
  if (source.length > LONGEST) return { wrong: `A regular expression may have ${LONGEST} characters.` };
  try {
    const compiled = RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
    return { source, test: (text) => compiled.test(text) };
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    return { wrong: patternTrouble(error) };
  }
}

/** What is wrong with a pattern, without the pattern itself, which everybody sees. */
export function patternTrouble({ message }: RE2JSException): string {
  const reason = message.replace(/^error parsing regexp: /, '').replace(/: `[^]*$/, '');
  return `This is no regular expression: ${reason}.`;
}
