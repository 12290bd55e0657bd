import type { ByteString } from '../cookie/byte-string.ts';
import { encodeUtf8 } from '../cookie/byte-string.ts';
import type { Example, Rule } from './rule.ts';

const HEADER = '# Netscape HTTP Cookie File\n';

/** The bytes that the text of an example spells: `→` is TAB, `‹0D›` the byte 0D, everything else UTF-8. */
function decode(text: string): ByteString {
  return text
    .split(/(‹[0-9A-F]{2}›)/)
    .map((part) =>
      /^‹[0-9A-F]{2}›$/.test(part)
        ? String.fromCharCode(Number.parseInt(part.slice(1, 3), 16))
        : encodeUtf8(part.replaceAll('→', '\t')),
    )
    .join('');
}

/** The whole file that an example stands for: document rules give it themselves, others the lines behind the header. */
export function exampleFile(rule: Rule, example: Example): ByteString {
  if (typeof example !== 'string') return decode(example.file);
  return rule.scope === 'document' ? decode(example) : `${HEADER}${decode(example)}\n`;
}
