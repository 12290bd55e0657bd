/** The line of each place in a text, from 1, by one pass; the places ascend. `lineEndFrom` gives the next line feed at or behind a place, or -1. */
export function linesOf(lineEndFrom: (at: number) => number, places: ArrayLike<number>): Uint32Array {
  const lines = new Uint32Array(places.length);
  let line = 1;
  // Kept from one place to the next: in a text of one line each search goes to its end.
  let end = lineEndFrom(0);
  for (let at = 0; at < places.length; at++) {
    const place = places[at] ?? 0;
    for (; end >= 0 && end < place; end = lineEndFrom(end + 1)) line++;
    lines[at] = line;
  }
  return lines;
}
