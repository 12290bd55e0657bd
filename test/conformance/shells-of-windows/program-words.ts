/**
 * The words that a program on Windows makes of its line, by Microsoft's rules for C programs: blanks set words apart,
 * a quotation mark begins and ends a stretch in which they do not; `\` counts only before a quotation mark, where two
 * are one and a last odd one makes the mark a letter. The program's own name has simpler rules: no `\` counts in it.
 */
export function programWords(line: string): readonly string[] {
  const words: string[] = [];
  let at = /^(?:"[^"]*"|[^ \t"])*/.exec(line)?.[0].length ?? 0;
  words.push(line.slice(0, at).replaceAll('"', ''));
  for (;;) {
    while (line[at] === ' ' || line[at] === '\t') at++;
    if (at >= line.length) return words;
    const { word, end } = oneWord(line, at);
    words.push(word);
    at = end;
  }
}

function oneWord(line: string, from: number): { readonly word: string; readonly end: number } {
  let word = '';
  let quoted = false;
  let at = from;
  while (at < line.length && (quoted || !/[ \t]/.test(line[at] ?? ''))) {
    const [slashes = ''] = /^\\*/.exec(line.slice(at)) ?? [];
    at += slashes.length;
    if (line[at] !== '"') {
      word += slashes;
      if (slashes === '') word += line[at++] ?? '';
      continue;
    }
    word += '\\'.repeat(Math.floor(slashes.length / 2));
    if (slashes.length % 2 === 1) word += '"';
    else if (quoted && line[at + 1] === '"') {
      word += '"';
      at++;
    } else quoted = !quoted;
    at++;
  }
  return { word, end: at };
}
