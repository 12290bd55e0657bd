export type Theme = 'system' | 'light' | 'dark';
export type BottomTab = 'problems' | 'changes' | 'request' | 'set-cookie' | 'overview';

/** How the person has arranged the window; kept in this browser or app, without any cookie. */
export interface Layout {
  /** As it is kept among the settings; here so that the first drawing has it. */
  readonly theme: Theme;
  /** The same. */
  readonly density: 'compact' | 'comfortable';
  readonly facets: boolean;
  readonly facetsWidth: number;
  readonly inspector: boolean;
  readonly inspectorWidth: number;
  readonly bottom: boolean;
  readonly bottomHeight: number;
  readonly bottomTab: BottomTab;
}

const KEY = 'crumbs-layout';

const USUAL: Layout = {
  theme: 'system',
  density: 'compact',
  facets: true,
  facetsWidth: 220,
  inspector: true,
  inspectorWidth: 316,
  bottom: false,
  bottomHeight: 260,
  bottomTab: 'problems',
};

/** The usual arrangement of a window: one that is wide gives its panels more than they need at least. */
function usualIn(windowWidth: number): Layout {
  const share = (part: number, least: number, most: number): number =>
    Math.round(Math.min(most, Math.max(least, windowWidth * part)));
  return {
    ...USUAL,
    facetsWidth: share(0.14, USUAL.facetsWidth, 300),
    inspectorWidth: share(0.2, USUAL.inspectorWidth, 420),
  };
}

/** What was kept, over the usual arrangement of a window so many pixels wide; anything that does not fit is left out. */
export function mergeLayout(kept: unknown, windowWidth = 0): Layout {
  const usual = usualIn(windowWidth);
  if (typeof kept !== 'object' || kept === null) return usual;
  const fitting = Object.entries(kept).filter(
    ([key, value]) => key in USUAL && typeof value === typeof USUAL[key as keyof Layout],
  );
  return { ...usual, ...Object.fromEntries(fitting) };
}

/** The arrangement of last time. */
export function readLayout(): Layout {
  if (typeof localStorage === 'undefined') return USUAL;
  const { innerWidth } = window;
  const text = localStorage.getItem(KEY);
  return mergeLayout(text === null ? undefined : parse(text), innerWidth);
}

/** Keeps the arrangement for next time. */
export function keepLayout(layout: Layout): void {
  localStorage.setItem(KEY, JSON.stringify(layout));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Written by something else, or cut off: the usual arrangement is as good.
    return undefined;
  }
}
