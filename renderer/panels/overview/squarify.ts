/** A rectangle, as shares of the whole: 0 to 1. */
export interface Tile {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Space {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** How far from a square the worst tile of a row is that lies along a side of this length. */
function worst(areas: readonly number[], side: number): number {
  const sum = areas.reduce((total, area) => total + area, 0);
  const depth = sum / side;
  return Math.max(...areas.map((area) => Math.max(area / depth / depth, (depth * depth) / area)));
}

/** Puts a row along the shorter side of what is left, and takes it off. */
function placed(areas: readonly number[], space: Space): Tile[] {
  const sum = areas.reduce((total, area) => total + area, 0);
  const isColumn = space.width >= space.height;
  const depth = sum / (isColumn ? space.height : space.width);
  let at = isColumn ? space.top : space.left;
  const tiles = areas.map((area) => {
    const length = area / depth;
    const tile = isColumn
      ? { left: space.left, top: at, width: depth, height: length }
      : { left: at, top: space.top, width: length, height: depth };
    at += length;
    return tile;
  });
  if (isColumn) {
    space.left += depth;
    space.width -= depth;
  } else {
    space.top += depth;
    space.height -= depth;
  }
  return tiles;
}

/**
 * Divides a rectangle `ratio` times as wide as it is high into tiles as large as the numbers are, each as square as can be
 * (Bruls, Huizing and van Wijk, Squarified Treemaps). The numbers are above 0 and come in descending order.
 */
export function squarify(sizes: readonly number[], ratio: number): Tile[] {
  const sum = sizes.reduce((total, size) => total + size, 0);
  const space: Space = { left: 0, top: 0, width: ratio, height: 1 };
  const tiles: Tile[] = [];
  let row: number[] = [];
  for (const size of sizes) {
    const area = (size / sum) * ratio;
    const side = Math.min(space.width, space.height);
    if (row.length > 0 && worst([...row, area], side) > worst(row, side)) {
      tiles.push(...placed(row, space));
      row = [];
    }
    row.push(area);
  }
  if (row.length > 0) tiles.push(...placed(row, space));
  return tiles.map(({ left, top, width, height }) => ({
    left: left / ratio,
    top,
    width: width / ratio,
    height,
  }));
}
