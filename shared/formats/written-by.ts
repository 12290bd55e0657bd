import type { ByteString } from '../cookie/byte-string.ts';

/** The program that wrote a Netscape file, when one of its first lines says so plainly. */
export function writtenBy(_head: ByteString): string | undefined {
  return undefined;
}
