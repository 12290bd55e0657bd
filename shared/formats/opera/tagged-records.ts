import type { BinaryPart } from '../binary/binary-part.ts';

/** A record of a file: a flag that stands for itself, or a tag with what belongs to it. */
export interface TaggedRecord {
  /** With the highest bit where it is a flag. */
  readonly tag: number;
  readonly content: Uint8Array;
  /** Where the next one begins. */
  readonly end: number;
}

const FLAG = 0x80;
const NOTHING = new Uint8Array();

/** The records from a place on; the last one is `damaged` where there are not as many bytes as it says. */
export function* taggedRecords(part: BinaryPart, from: number): Generator<TaggedRecord | 'damaged', void> {
  let at = from;
  for (let tag = part.byte(at); tag !== undefined; tag = part.byte(at)) {
    if ((tag & FLAG) !== 0) {
      at += 1;
      yield { tag, content: NOTHING, end: at };
      continue;
    }
    const end = at + 3 + (part.uint16(at + 1) ?? part.size);
    const content = part.bytes(at + 3, end);
    if (content === undefined) return yield 'damaged';
    at = end;
    yield { tag, content, end };
  }
}
