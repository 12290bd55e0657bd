import type { ByteString } from '../../cookie/byte-string.ts';

/** Of something that was kept, so much is shown. */
const MAX_SHOWN = 4096;

/** What is shown of something that is kept verbatim: its beginning, on one line. */
export function shownText(text: ByteString): ByteString {
  return text.slice(0, MAX_SHOWN).replace(/[\0-\x1f]+/g, ' ');
}
