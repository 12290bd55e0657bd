import type { ByteStrings } from '../cookie/byte-string.ts';
import { USUAL_ATTRIBUTES } from '../cookie/cookie.ts';
import { BinaryPart } from './binary/binary-part.ts';
import type { ImportFormat } from './format.ts';
import { importedSource } from './imported-source.ts';
import { type PageEntry, readPage } from './safari/page.ts';

/** Where the sizes of pages begin. */
const SIZES = 8;
/** How much is read between two slices: some milliseconds. */
const SLICE = 1 << 16;

/**
 * `Cookies.binarycookies` of Safari and of all that uses the cookies of macOS and iOS: `cook`, the sizes of pages, the pages, a sum over their
 * bytes and a list of settings. What a damaged file still has is read. The port that a cookie of RFC 2965 may have is left out.
 */
export const safariBinarycookies: ImportFormat = {
  kind: 'import',
  binary: true,
  id: 'safari-binarycookies',
  name: 'Safari binary cookies',
  extensions: ['binarycookies'],
  carries: [...USUAL_ATTRIBUTES, 'creationTime'],
  // A text may begin with these letters; no file has so many pages that the first byte of their number is not 0.
  detect: ({ head }) => head.startsWith('cook\0'),
  *read(bytes, sink, strings) {
    let rows = 0;
    let told = 0;
    for (const { done, found } of stepsOf(bytes, strings)) {
      if (typeof found?.entry === 'string') sink.unparsed(found.place, found.entry, rows++);
      else if (found !== undefined) sink.entry(found.entry, rows++);
      if (done - told < SLICE) continue;
      told = done;
      yield { done, total: bytes.length };
    }
    return importedSource({ lineOf: (origin) => origin + 1 });
  },
};

interface Step {
  /** So many bytes are read. */
  readonly done: number;
  readonly found?: PageEntry;
}

function* stepsOf(bytes: Uint8Array, strings: ByteStrings): Generator<Step, void> {
  const file = new BinaryPart(bytes, 'big-endian');
  const count = file.uint32(4) ?? 0;
  let done = SIZES + 4 * count;
  let sum = 0;
  for (let number = 1; number <= count; number++) {
    const size = file.uint32(SIZES + 4 * (number - 1));
    if (size === undefined || done >= file.size) {
      yield { done, found: { place: `pages ${number} to ${count}`, entry: 'damaged' } };
      break;
    }
    const page = bytes.subarray(done, done + size);
    for (const { read, place, entry } of readPage(page, strings)) {
      yield { done: done + read, found: { place: `page ${number}, ${place}`, entry } };
    }
    sum += sumOf(page);
    done += size;
    yield { done };
  }
  const told = file.uint32(done);
  if (told === undefined) yield { done, found: { place: 'checksum', entry: 'damaged' } };
  else if (told !== sum % 2 ** 32) yield { done, found: { place: 'checksum', entry: 'checksum-differs' } };
}

/** The sum over every fourth byte. */
function sumOf(page: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < page.length; at += 4) sum += page[at] ?? 0;
  return sum;
}
