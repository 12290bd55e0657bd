import type { Format, Probe } from './format.ts';
import { netscape } from './netscape.ts';

/** Every file format, the most specific detector first. */
export const FORMATS: readonly Format[] = [netscape];

/** The format of this id. */
export function formatById(id: string): Format | undefined {
  return FORMATS.find((format) => format.id === id);
}

/** The first format that takes the file for its own; `recognise` says what it is when none does. */
export function detectFormat(probe: Probe): Format | undefined {
  return FORMATS.find((format) => format.detect(probe));
}
