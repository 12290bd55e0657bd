/** How well an entry of the palette fits what was typed, from 0 (not at all) to 1: by its beginning, its words, or their initials. */
export function paletteFilter(value: string, search: string): number {
  const entry = value.toLowerCase();
  const typed = search.trim().toLowerCase();
  if (entry.startsWith(typed)) return 1;
  const starts = entry.split(/[^\p{L}\p{N}]+/u);
  const words = typed.split(/\s+/);
  if (words.every((word) => starts.some((start) => start.startsWith(word)))) return 0.8;
  if (words.every((word) => entry.includes(word))) return 0.5;
  const initials = starts.map((start) => start[0] ?? '').join('');
  return initials.startsWith(typed.replaceAll(' ', '')) ? 0.3 : 0;
}
