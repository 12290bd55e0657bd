import type { ByteString } from '../../cookie/byte-string.ts';
import type { Probe } from '../format.ts';

const MAGIC = /^#( Netscape)? HTTP Cookie File/i;
const SURE_ENTRY = /^\S+\t(?:TRUE|FALSE)\t/i;

/** The lines of a head as text: UTF-16 loses its zero bytes, which is enough to look for TABs and magic words. */
export function headLines({ head }: Probe): readonly ByteString[] {
  return plainHead(head).split(/[\r\n]+/);
}

/** Is a line certainly the beginning of an entry, whatever follows? */
export function isSureEntry(line: ByteString): boolean {
  return SURE_ENTRY.test(line);
}

/** Is this the line that cookie files begin with? */
export function isMagic(line: ByteString): boolean {
  return MAGIC.test(line);
}

/** Does some line say that this is a cookie file? */
export function hasMagic(probe: Probe): boolean {
  return headLines(probe).some(isMagic);
}

/** Is there a line that is certainly an entry, whatever stands around it? */
export function hasEntries(probe: Probe): boolean {
  return headLines(probe).some((line) => SURE_ENTRY.test(line) && line.split('\t').length >= 6);
}

function plainHead(head: ByteString): ByteString {
  if (head.startsWith('\xff\xfe') || head.startsWith('\xfe\xff')) return head.slice(2).replaceAll('\0', '');
  return head.startsWith('\xef\xbb\xbf') ? head.slice(3) : head;
}
