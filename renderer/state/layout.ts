export type Theme = 'system' | 'light' | 'dark';
export type BottomTab = 'problems' | 'changes' | 'request' | 'set-cookie';

/** How the person has arranged the window; kept in this browser or app, without any cookie. */
export interface Layout {
  readonly theme: Theme;
  readonly facets: boolean;
  readonly facetsWidth: number;
  readonly inspector: boolean;
  readonly inspectorWidth: number;
  readonly bottom: boolean;
  readonly bottomHeight: number;
  readonly bottomTab: BottomTab;
  /** The programs to ask what they make of a file, as a person names them: `curl`, `wget 1.21.3`. */
  readonly clients: readonly string[];
  /** The browsers to ask what they send and receive. */
  readonly browsers: readonly string[];
}

const KEY = 'crumbs-layout';

const USUAL: Layout = {
  theme: 'system',
  facets: true,
  facetsWidth: 220,
  inspector: true,
  inspectorWidth: 316,
  bottom: false,
  bottomHeight: 260,
  bottomTab: 'problems',
  clients: ['curl', 'wget', 'yt-dlp', 'python'],
  browsers: ['chromium', 'firefox'],
};

/** What was kept, over the usual arrangement; anything that does not fit is left out. */
export function mergeLayout(kept: unknown): Layout {
  if (typeof kept !== 'object' || kept === null) return USUAL;
  const fitting = Object.entries(kept).filter(
    ([key, value]) => key in USUAL && fits(value, USUAL[key as keyof Layout]),
  );
  return { ...USUAL, ...Object.fromEntries(fitting) };
}

function fits(value: unknown, usual: Layout[keyof Layout]): boolean {
  if (!Array.isArray(usual)) return typeof value === typeof usual;
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
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
