import type { ByteStrings } from '#shared/cookie/byte-string.ts';

/** What every Buffer has and Node's types leave out: `toString` without the look-up of an encoding's name. */
interface SlicingBuffer {
  latin1Slice(from: number, to: number): string;
  utf8Slice(from: number, to: number): string;
}

/** Byte-string work by Node's Buffer, which is native. */
export const byteStrings: ByteStrings = {
  decode: (bytes, from, to) => slicing(bytes).latin1Slice(from, to),
  decodeUtf8: (bytes, from, to) => slicing(bytes).utf8Slice(from, to),
  allocate: (size) => Buffer.allocUnsafeSlow(size),
};

function slicing(bytes: Uint8Array): SlicingBuffer {
  const buffer: unknown = Buffer.isBuffer(bytes)
    ? bytes
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return buffer as SlicingBuffer;
}
