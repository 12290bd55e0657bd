import type { ByteStrings } from '#shared/cookie/byte-string.ts';

/** Byte-string work by Node's Buffer, which is native. */
export const byteStrings: ByteStrings = {
  decode: (bytes, from, to) => asBuffer(bytes).latin1Slice(from, to),
  decodeUtf8: (bytes, from, to) => asBuffer(bytes).utf8Slice(from, to),
  allocate: (size) => Buffer.allocUnsafeSlow(size),
};

/** Buffers come back as they are: wrapping one costs more than decoding a short field. */
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
