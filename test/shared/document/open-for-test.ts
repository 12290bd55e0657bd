import { readdirSync, readFileSync } from 'node:fs';
import { byteString, bytesOf } from '#shared/cookie/byte-string.ts';
import type { ByteString, ByteStrings } from '#shared/cookie/byte-string.ts';
import { CookieDocument } from '#shared/document/cookie-document.ts';
import { openDocument } from '#shared/document/open-document.ts';
import { finish } from '#shared/table/progress.ts';
import { byteStrings } from '../../../main/files/byte-strings.ts';

export const strings: ByteStrings = byteStrings;

/** 2027-01-15T08:00:00Z. */
export const NOW = 1_800_000_000;

export const HEADER = '# Netscape HTTP Cookie File\n';

/** A document of these bytes; what cannot be opened throws. */
export function open(text: ByteString, as?: string): CookieDocument {
  const opened = finish(
    openDocument({ bytes: bytesOf(text), strings, now: NOW, ...(as !== undefined && { as }) }),
  );
  if (!(opened instanceof CookieDocument)) throw new Error(`cannot be opened: ${opened.code}`);
  return opened;
}

/** What a save would write. */
export function written(document: CookieDocument): ByteString {
  return [...document.write()].map((bytes) => byteString(bytes)).join('');
}

/** A line of a cookie file from columns that are set apart by blanks. */
export function line(columns: string, end = '\n'): ByteString {
  return columns.split(' ').join('\t') + end;
}

/** The cookie files that are fixtures: name and bytes. */
export function fixtures(): { readonly name: string; readonly text: ByteString }[] {
  return ['clients/files', 'writers'].flatMap((folder) => {
    const path = new URL(`../../fixtures/${folder}/`, import.meta.url);
    return readdirSync(path).map((name) => ({
      name: `${folder}/${name}`,
      text: byteString(readFileSync(new URL(name, path))),
    }));
  });
}
