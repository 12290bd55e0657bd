import { BinaryPart } from './binary/binary-part.ts';
import type { ImportFormat } from './format.ts';
import { importedSource } from './imported-source.ts';
import { OperaTree } from './opera/opera-tree.ts';
import { taggedRecords } from './opera/tagged-records.ts';

/** Version 1.0 of the file, any version of Opera, tags of one byte and lengths of two, and then the first domain, if any. */
const HEAD = /^\0\0\x10\0[\s\S]{4}\0\x01\0\x02(?:\x01|$)/;
const HEAD_SIZE = 12;
/** How much is read between two slices: some milliseconds. */
const SLICE = 1 << 16;

/**
 * `cookies4.dat` of Opera 4 to 12: a tree of domains, com before example, with a tree of paths in each. The file is cut off where a record is longer than the file;
 * what stands before that is read. Opera says of filters and of RFC 2965 what no cookie has today: it is left out.
 */
export const operaCookies4: ImportFormat = {
  kind: 'import',
  binary: true,
  id: 'opera-cookies4',
  name: 'Opera 12 cookies (cookies4.dat)',
  extensions: ['dat'],
  carries: ['name', 'value', 'domain', 'hostOnly', 'path', 'secureOnly', 'expiryTime', 'lastAccessTime'],
  detect: ({ head }) => HEAD.test(head),
  *read(bytes, sink, strings) {
    const file = new BinaryPart(bytes, 'big-endian');
    const tree = new OperaTree(strings);
    let rows = 0;
    let told = 0;
    for (const record of taggedRecords(file, HEAD_SIZE)) {
      const entry = record === 'damaged' ? record : tree.take(record);
      if (typeof entry === 'string') sink.unparsed(`record ${rows + 1}`, entry, rows++);
      else if (entry !== undefined) sink.entry(entry, rows++);
      if (record === 'damaged' || record.end - told < SLICE) continue;
      told = record.end;
      yield { done: told, total: bytes.length };
    }
    return importedSource({ lineOf: (origin) => origin + 1 });
  },
};
