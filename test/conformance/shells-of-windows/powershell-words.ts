import { programWords } from './program-words.ts';

const SINGLE = /['\u2018\u2019\u201a\u201b]/;
const DOUBLE = /["\u201c\u201d\u201e]/;
const NUMBER = /^[+-]?(?:0x[\da-f]+|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)[ld]?(?:[kmgtp]b)?$/i;

/**
 * What a native program is given by a line of PowerShell, read by the rules of its documentation (about_Parsing,
 * about_Quoting_Rules; PowerShell before 7.3 for the last step). Anything in the line that is more than plain words
 * and verbatim strings throws.
 */
export function powershellWords(line: string): readonly string[] {
  return programWords(lineForProgram(tokens(line)));
}

function tokens(line: string): readonly string[] {
  const found: string[] = [];
  let at = 0;
  while (at < line.length) {
    if (line[at] === ' ') {
      at++;
      continue;
    }
    const { text, end } = SINGLE.test(line[at] ?? '') ? verbatim(line, at) : bareWord(line, at);
    if (end < line.length && line[end] !== ' ') throw new Error('two tokens without a blank between');
    found.push(text);
    at = end;
  }
  return found;
}

/** A verbatim string: any of the single quotation marks ends it, two in a row are the second of them. */
function verbatim(line: string, from: number): { readonly text: string; readonly end: number } {
  let text = '';
  for (let at = from + 1; at < line.length; at++) {
    const character = line[at] ?? '';
    if (/[\r\n]/.test(character)) throw new Error('a line break in a string');
    if (!SINGLE.test(character)) text += character;
    else if (SINGLE.test(line[at + 1] ?? '')) text += line[++at] ?? '';
    else return { text, end: at + 1 };
  }
  throw new Error('a string without an end');
}

/** A generic token: only of characters that mean nothing to PowerShell, no number, and no parameter that it would split. */
function bareWord(line: string, from: number): { readonly text: string; readonly end: number } {
  const [text = ''] = /^[^ ]*/.exec(line.slice(from)) ?? [];
  if (/[$@(){},;|&<>#`%!=[\]*?~^]/.test(text) || SINGLE.test(text) || DOUBLE.test(text)) {
    throw new Error('a character with a meaning outside of a string');
  }
  if (!/^[\x21-\x7e]*$/.test(text)) throw new Error('a character that may be a dash or a blank');
  if (NUMBER.test(text)) throw new Error('a number');
  if (/^-[a-z].*[.:]/i.test(text)) throw new Error('a parameter that is split');
  return { text, end: from + text.length };
}

/** The line that PowerShell before 7.3 makes: words with blanks between quotation marks, nothing escaped, empty ones gone. */
function lineForProgram(words: readonly string[]): string {
  return words
    .filter((word) => word !== '')
    .map((word) => (/[ \t]/.test(word) ? `"${word}"` : word))
    .join(' ');
}
