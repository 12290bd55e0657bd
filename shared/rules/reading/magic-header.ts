import type { ByteString } from '../../cookie/byte-string.ts';

const MAGIC = /^#(?: Netscape)? HTTP Cookie File/;

/**
 * Would Python, yt-dlp and Perl take this first line? `# Netscape HTTP Cookie File` or `# HTTP Cookie File` at its
 * beginning, in exactly this case; what follows is free.
 */
export function isMagicHeader(line: ByteString): boolean {
  return MAGIC.test(line);
}

/** Does this line look like the header of some cookie file, only not the one those readers ask for? */
export function isOtherHeader(line: ByteString): boolean {
  return line.startsWith('#') && /cookie/i.test(line) && !line.includes('\t') && !isMagicHeader(line);
}
