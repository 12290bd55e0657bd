/** A piece of text inside a line. */
export type Inline =
  | { readonly kind: 'text' | 'code' | 'strong' | 'emphasis'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly page: string };

/** A block of a page. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly inlines: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Inline[])[])[] };

const INLINE = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*]+)\*|\[([^\]]+)\]\(([\w-]+)\.md\)/g;

/** The pieces of a line of a help page. */
export function inlinesOf(text: string): readonly Inline[] {
  const pieces: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > at) pieces.push({ kind: 'text', text: text.slice(at, match.index) });
    const [whole, code, strong, emphasis, label, page] = match;
    if (code !== undefined) pieces.push({ kind: 'code', text: code });
    else if (strong !== undefined) pieces.push({ kind: 'strong', text: strong });
    else if (emphasis !== undefined) pieces.push({ kind: 'emphasis', text: emphasis });
    else pieces.push({ kind: 'link', text: label ?? '', page: page ?? '' });
    at = match.index + whole.length;
  }
  if (at < text.length) pieces.push({ kind: 'text', text: text.slice(at) });
  return pieces;
}

/** The cells of a line of a table; `\|` is a bar in a cell. */
function cellsOf(line: string): readonly (readonly Inline[])[] {
  return line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => inlinesOf(cell.trim().replaceAll('\\|', '|')));
}

function blockOf(lines: readonly string[]): Block {
  const [first = ''] = lines;
  const heading = /^(#{1,2}) (.*)/.exec(first);
  if (heading !== null) {
    return { kind: 'heading', level: heading[1] === '#' ? 1 : 2, inlines: inlinesOf(heading[2] ?? '') };
  }
  if (lines.every((line) => line.startsWith('    '))) {
    return { kind: 'code', text: lines.map((line) => line.slice(4)).join('\n') };
  }
  if (first.startsWith('|')) {
    return { kind: 'table', rows: lines.filter((_line, at) => at !== 1).map(cellsOf) };
  }
  if (first.startsWith('- ')) {
    const items = lines.join('\n').slice(2).split('\n- ');
    return { kind: 'list', items: items.map((item) => inlinesOf(item.replaceAll(/\n\s*/g, ' '))) };
  }
  return { kind: 'paragraph', inlines: inlinesOf(lines.join(' ')) };
}

/** The blocks of a help page: the part of Markdown that the pages of this project are written in. */
export function blocksOf(markdown: string): readonly Block[] {
  return markdown
    .split(/\n{2,}/)
    .map((text) => text.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0)
    .map(blockOf);
}
