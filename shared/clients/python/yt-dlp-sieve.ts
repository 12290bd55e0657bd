import type { ByteString } from '../../cookie/byte-string.ts';
import { wrongCount } from '../column-reasons.ts';
import { reason } from '../reason.ts';
import { decoded, withoutSpaceBefore, type Charset } from './charset.ts';
import { unreadableExpiry } from './expiry.ts';
import type { Sieve } from './load.ts';
import { MARK } from './read-entry.ts';

const IS_JSON = reason('is-json');
const FIELDS = 7;

/** Which expiries yt-dlp lets pass to Python's loader; an empty one it always does. */
export type ExpiryShape = 'digits' | 'digits-and-fraction';

/** What yt-dlp does before Python's loader: the mark goes, and lines that are no entries are skipped with a warning. */
export function ytDlpSieve(shape: ExpiryShape): Sieve {
  return (line, { charset }) => {
    const lostMark = line.startsWith(MARK);
    const text = lostMark ? line.slice(MARK.length) : line;
    if (text.startsWith('#') || withoutSpaceBefore(text, charset) === '') {
      return { text, lostMark: lostMark && text.startsWith(MARK) };
    }
    const fields = text.split('\t');
    const expiry = fields[4] ?? '';
    const why =
      fields.length !== FIELDS
        ? wrongCount(line)
        : passes(expiry, shape, charset)
          ? undefined
          : unreadableExpiry(expiry);
    if (why === undefined) return { text, lostMark };
    return /^[[{"]/.test(withoutSpaceBefore(line, charset)) ? { refused: IS_JSON } : { skipped: why };
  };
}

function passes(expiry: ByteString, shape: ExpiryShape, charset: Charset): boolean {
  if (expiry === '' || /^\d+$/.test(expiry)) return true;
  if (shape === 'digits') return isDigits(decoded(expiry, charset));
  return /^\d+(?:\.\d+)?$/.test(expiry);
}

/** Python's `str.isdigit`: digits of any script, raised and lowered ones too, which are no numbers then. */
function isDigits(text: string): boolean {
  return /^(?:\p{Nd}|[²³¹⁰⁴-⁹₀-₉])+$/u.test(text);
}
