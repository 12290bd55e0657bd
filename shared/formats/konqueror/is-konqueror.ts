import type { Probe } from '../format.ts';
import { headLines } from '../netscape/entries.ts';

const MAGIC = /^# KDE Cookie File(?: v(\d+))?$/;

/** The version that the first line of a cookie file of KDE tells; nothing for another text. */
export function konquerorVersion(firstLine: string): number | undefined {
  const found = MAGIC.exec(firstLine);
  return found === null ? undefined : Number(found[1] ?? '1');
}

/** Is it a cookie file of KDE? */
export function isKonqueror(probe: Probe): boolean {
  return konquerorVersion(headLines(probe)[0] ?? '') !== undefined;
}
