import type { Browser } from './browser.ts';
import { chromium } from './chromium.ts';
import { firefox } from './firefox.ts';

/** Every browser, in the order in which people are shown them. */
export const BROWSERS: readonly Browser[] = [chromium, firefox];

/** The browser of this id. */
export function browserById(id: string): Browser | undefined {
  return BROWSERS.find((browser) => browser.id === id);
}
