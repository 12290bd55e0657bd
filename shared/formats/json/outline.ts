import type { ByteString } from '../../cookie/byte-string.ts';
import { MAX_DEPTH } from './depth.ts';

/** What the first bytes of a JSON text show of its shape. Nothing in it is checked beyond brackets and keys. */
export interface Outline {
  readonly root: 'array' | 'object';
  readonly rootKeys: ReadonlySet<ByteString>;
  /** The keys of the objects in the root array, or in the array that the root object calls `cookies`. */
  readonly entryKeys: ReadonlySet<ByteString>;
  /** Whether a first element of that list was seen. */
  readonly hasEntries: boolean;
  readonly tooDeep: boolean;
}

const TOKENS = /"((?:[^"\\]|\\.)*)"(\s*:)?|[[\]{}]|[^\s,]/gs;

/** The outline of a text that begins like JSON, or nothing. Never recurses; stops at the depth limit. */
export function outline(head: ByteString): Outline | undefined {
  const text = head.replace(/^\xef\xbb\xbf/, '').trimStart();
  if (!/^(?:\[\s*(?:[[{\]"tfn\d-]|$)|\{\s*(?:["}]|$))/.test(text)) return undefined;
  const rootKeys = new Set<ByteString>();
  const entryKeys = new Set<ByteString>();
  const open: ByteString[] = [];
  let listDepth = text.startsWith('[') ? 1 : 0;
  let hasEntries = false;
  let key: ByteString | undefined;
  for (const [token, word, colon] of text.matchAll(TOKENS)) {
    const inList = listDepth > 0 && open.length === listDepth && token !== ']';
    if (inList) hasEntries = true;
    if (word !== undefined && colon !== undefined) {
      key = word;
      if (open.length === 1 && open[0] === '{') rootKeys.add(word);
      if (listDepth > 0 && open.length === listDepth + 1) entryKeys.add(word);
      continue;
    }
    if (token === '[' || token === '{') {
      if (open.length === MAX_DEPTH)
        return outlined(open, { rootKeys, entryKeys, hasEntries, tooDeep: true });
      open.push(token);
      if (open.length === 2 && open[0] === '{' && token === '[' && key === 'cookies') listDepth = 2;
    } else if (token === ']' || token === '}') {
      if (open.length === 1) break;
      if (open.length === 2 && listDepth === 2) listDepth = 0;
      open.pop();
    }
    key = undefined;
  }
  return outlined(open, { rootKeys, entryKeys, hasEntries, tooDeep: false });
}

function outlined(open: readonly ByteString[], seen: Omit<Outline, 'root'>): Outline {
  return { root: open[0] === '[' ? 'array' : 'object', ...seen };
}
