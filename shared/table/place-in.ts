/** Where a number stands among the first `count` of a column that only grows; nothing where it does not. */
export function placeIn(column: Uint32Array, count: number, wanted: number): number | undefined {
  let low = 0;
  for (let high = count; low < high;) {
    const middle = (low + high) >> 1;
    if ((column[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low < count && column[low] === wanted ? low : undefined;
}
