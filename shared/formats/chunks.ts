import { bytesOf, type ByteString } from '../cookie/byte-string.ts';

const CHUNK = 1 << 16;

/** The bytes of many small texts, joined to pieces of about 64 KiB. */
export function* chunks(texts: Iterable<ByteString>): Iterable<Uint8Array> {
  let pending: ByteString[] = [];
  let size = 0;
  for (const text of texts) {
    pending.push(text);
    size += text.length;
    if (size < CHUNK) continue;
    yield bytesOf(pending.join(''));
    pending = [];
    size = 0;
  }
  if (size > 0) yield bytesOf(pending.join(''));
}
