import type { Probe } from './format.ts';
import { isUnknownTable } from './csv/look-at-table.ts';
import { outline } from './json/outline.ts';

/** What a file is that no format takes: these are error codes of the API. */
export type Recognised =
  | 'format-web-page'
  | 'format-image'
  | 'format-compressed'
  | 'format-database'
  | 'format-json-other'
  | 'format-json-too-deep'
  | 'format-columns'
  | 'format-unknown';

/** The first bytes of files that are certainly not text. */
const MAGIC: readonly (readonly [RegExp, Recognised])[] = [
  [/^SQLite format 3\0/, 'format-database'],
  [/^\x89PNG\r\n\x1a\n/, 'format-image'],
  [/^\xff\xd8\xff/, 'format-image'],
  [/^GIF8[79]a/, 'format-image'],
  [/^RIFF[\s\S]{4}WEBP/, 'format-image'],
  [/^BM[\s\S]{4}\0\0\0\0/, 'format-image'],
  [/^\x1f\x8b/, 'format-compressed'],
  [/^PK(?:\x03\x04|\x05\x06|\x07\x08)/, 'format-compressed'],
  [/^BZh[1-9]/, 'format-compressed'],
  [/^\xfd7zXZ\0/, 'format-compressed'],
  [/^\x28\xb5\x2f\xfd/, 'format-compressed'],
  [/^7z\xbc\xaf\x27\x1c/, 'format-compressed'],
  [/^(?:%PDF-|\x7fELF|MZ[\s\S]{2}\0)/, 'format-unknown'],
];

const WEB_PAGE =
  /^(?:\xef\xbb\xbf)?\s*(?:<!--|<(?:!doctype|\?xml|html|head|body|script|meta|title|svg|div|p)\b)/i;

/** A file that is certainly no text with cookies, by its first bytes: look before any format is asked. */
export function recogniseBinary({ head }: Probe): Recognised | undefined {
  const magic = MAGIC.find(([pattern]) => pattern.test(head));
  if (magic !== undefined) return magic[1];
  return WEB_PAGE.test(head) ? 'format-web-page' : undefined;
}

/** Where JSON has a comment before anything that tells its format: JSON has none. */
export function commentInJson({
  head,
}: Probe): { readonly line: number; readonly column: number } | undefined {
  const before = /^(?:\xef\xbb\xbf)?(\s*(?:[[{]\s*)*)\/[/*]/.exec(head)?.[1];
  if (before === undefined || !/[[{]/.test(before)) return undefined;
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/** Says what a file is that no format took for its own. */
export function recognise(probe: Probe): Recognised {
  const certain = recogniseBinary(probe);
  if (certain !== undefined) return certain;
  const json = outline(probe.head);
  if (json === undefined) return isUnknownTable(probe) ? 'format-columns' : 'format-unknown';
  return json.tooDeep ? 'format-json-too-deep' : 'format-json-other';
}
