import type { ImportFormat } from '#shared/formats/format.ts';
import { byteStrings } from '../../../../main/files/byte-strings.ts';

/** How often reading a file lets others have their turn. */
export function slicesOf(format: ImportFormat, bytes: Uint8Array): number {
  const nobody = { entry: () => undefined, unparsed: () => undefined };
  const reading = format.read(bytes, nobody, byteStrings);
  let slices = 0;
  while (reading.next().done !== true) slices++;
  return slices;
}
