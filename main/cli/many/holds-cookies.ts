import { open } from 'node:fs/promises';
import { recogniseFile } from '#shared/document/open-document.ts';
import { hasEntries } from '#shared/formats/netscape/entries.ts';
import { finish } from '#shared/table/progress.ts';
import { byteStrings } from '../../files/byte-strings.ts';

/** As much as every format needs to be told by, in bytes. */
const HEAD = 1 << 16;

const MAGIC = /^(?:\xef\xbb\xbf)?\s*# (?:Netscape )?HTTP Cookie File/i;

/**
 * Whether the content is that of a cookie file, for files that nobody named. Stricter than opening one: an empty file, one of nothing but
 * comments and a table of something else are opened as cookie files when a person says so, and passed over here.
 */
export async function holdsCookies(path: string, writable = false): Promise<boolean> {
  const bytes = await headOf(path);
  if (bytes.length === 0) return false;
  const { format, probe } = finish(recogniseFile({ bytes, strings: byteStrings }));
  if (format === undefined || (writable && format.kind === 'import')) return false;
  return format.id !== 'netscape' || MAGIC.test(probe.head) || hasEntries(probe);
}

async function headOf(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
