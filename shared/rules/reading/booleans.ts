import type { ByteString } from '../../cookie/byte-string.ts';

/** Is this `TRUE` or `FALSE`, in any case? */
export function isBooleanWord(text: ByteString): boolean {
  return /^(?:true|false)$/i.test(text);
}

/** What a second or fourth column most likely means, however it is spelt; nothing where that cannot be told. */
export function meantBoolean(text: ByteString): boolean | undefined {
  const spelt = text.trim().toLowerCase();
  if (['true', 't', 'yes', 'y', 'on', '1'].includes(spelt)) return true;
  if (['false', 'f', 'no', 'n', 'off', '0'].includes(spelt)) return false;
  return undefined;
}
