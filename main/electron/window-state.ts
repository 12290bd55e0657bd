import type { Settings } from '../settings/settings.ts';

/** Where a window stands, in screen points; without a place the system chooses one. */
export interface WindowBounds {
  readonly width: number;
  readonly height: number;
  readonly x?: number;
  readonly y?: number;
}

/** The bounds as they were kept. */
export type SavedBounds = NonNullable<Settings['windowBounds']>;

const USUAL: WindowBounds = { width: 1280, height: 820 };
const SHOWN_AT_LEAST = 80;

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function overlap(fromA: number, lengthA: number, fromB: number, lengthB: number): number {
  return Math.min(fromA + lengthA, fromB + lengthB) - Math.max(fromA, fromB);
}

/** The bounds to open with: those of last time when enough of them is still on a screen, else the usual ones. */
export function restoredBounds(saved: SavedBounds | undefined, screens: readonly Area[]): WindowBounds {
  if (saved === undefined) return USUAL;
  const { width, height, x, y } = saved;
  if (x === undefined || y === undefined) return { width, height };
  const visible = screens.some(
    (screen) =>
      overlap(x, width, screen.x, screen.width) >= SHOWN_AT_LEAST &&
      overlap(y, height, screen.y, screen.height) >= SHOWN_AT_LEAST,
  );
  return visible ? { width, height, x, y } : USUAL;
}
