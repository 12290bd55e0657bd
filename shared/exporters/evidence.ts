import { displayText } from '../cookie/byte-string.ts';
import type { ExporterFacts, Recognition } from './exporter.ts';

/** The file names its writer: a comment before the first entry begins as `pattern` says. */
export function saidAtTop(
  { opening }: Pick<ExporterFacts, 'opening'>,
  pattern: RegExp,
): Recognition | undefined {
  for (const [at, line] of opening.entries()) {
    const said = pattern.exec(line)?.[0];
    if (said === undefined) continue;
    return { confidence: 'certain', evidence: [`Line ${at + 1} says “${displayText(said)}”.`] };
  }
  return undefined;
}

/** Do the first lines read exactly so? */
export function opensWith(
  { opening }: Pick<ExporterFacts, 'opening'>,
  lines: readonly (string | RegExp)[],
): boolean {
  return lines.every((expected, at) => {
    const line = opening[at];
    if (line === undefined) return false;
    return typeof expected === 'string' ? line === expected : expected.test(line);
  });
}

/** Is there neither a comment nor a blank line before the first entry? */
export function opensWithEntries({ opening, sample }: ExporterFacts): boolean {
  return opening.length === 0 && sample.length > 0;
}

/** Does a comment at the top say which program wrote the file? Then the shape of its entries counts for nothing. */
export function namesAProgram({ opening }: Pick<ExporterFacts, 'opening'>): boolean {
  return opening.some((line) => /^#.*\bgenerated (?:by|with)\b|^# HTTrack /i.test(line));
}

/** The number of entries in a sentence: "all 12 entries", "the only entry". */
export function allEntries(count: number): string {
  return count === 1 ? 'the only entry' : `all ${count.toLocaleString('en')} entries`;
}
