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

/** What was kept, over the usual arrangement; anything that does not fit is left out. */
export function mergeLayout(kept: unknown): Layout {
  if (typeof kept !== 'object' || kept === null) return USUAL;
  const fitting = Object.entries(kept).filter(
    ([key, value]) => key in USUAL && typeof value === typeof USUAL[key as keyof Layout],
  );
  return { ...USUAL, ...Object.fromEntries(fitting) };
}

/** The arrangement of last time. */
export function readLayout(): Layout {
  if (typeof localStorage === 'undefined') return USUAL;
  const text = localStorage.getItem(KEY);
  return mergeLayout(text === null ? undefined : parse(text));
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
