import type { FileContent } from '#shared/api/common.ts';

/** The bytes of a file that came with a request. */
export function bytesOfContent(content: FileContent): Uint8Array<ArrayBuffer> {
  return typeof content === 'string' ? new Uint8Array(Buffer.from(content, 'base64')) : content;
}
