import { opensWith } from './evidence.ts';
import type { ExporterFacts } from './exporter.ts';

/** The three lines that Get cookies.txt LOCALLY and the Firefox add-on cookies.txt both write: one blank before "Do". */
export function opensLikeAnExtension(facts: ExporterFacts): boolean {
  return opensWith(facts, [
    '# Netscape HTTP Cookie File',
    '# https://curl.haxx.se/rfc/cookie_spec.html',
    '# This is a generated file! Do not edit.',
  ]);
}

/** The address in the second line tells programs apart that share the other two: two blanks before "Do". */
export function opensLikeACookieJar(facts: ExporterFacts, address: string): boolean {
  return opensWith(facts, [
    '# Netscape HTTP Cookie File',
    `# ${address}`,
    '# This is a generated file!  Do not edit.',
  ]);
}
