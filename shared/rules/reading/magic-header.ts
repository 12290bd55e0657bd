import type { ByteString } from '../../cookie/byte-string.ts';

const MAGIC = /^#(?: Netscape)? HTTP Cookie File/;

/**
 * Would Python, yt-dlp and Perl take this first line? `# Netscape HTTP Cookie File` or `# HTTP Cookie File` at its
 * beginning, in exactly this case; what follows is free.
 */
export function isMagicHeader(line: ByteString): boolean {
  return MAGIC.test(line);
}

/** The magic words in any case and spacing, with nothing but a date or a full stop behind them; HTTrack's own line. */
const OTHER =
  /^#\s*(?:(?:netscape\s+)?http\s+cookies?\s+file(?:\s+generated\s+.*)?|HTTrack Website Copier Cookie File)[\s.:]*$/i;

/**
 * Is this the header of some cookie writer, only not the one those readers ask for? Nothing else counts: a comment that
 * a person wrote must not be taken for one, since the fix replaces the line.
 */
export function isOtherHeader(line: ByteString): boolean {
  return OTHER.test(line) && !isMagicHeader(line);
}
