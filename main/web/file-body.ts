const KEY = Buffer.from('"base64":"');
const QUOTE = 0x22;
/** Base64 comes in fours. */
const SLICE = 1 << 18;
const TEXT = /^[A-Za-z0-9+/]*={0,2}$/;

/**
 * The JSON of a body with a file in it: the file as bytes, which are decoded from the body itself, for as text and as a member of an object
 * they would be twice more in memory. Nothing where the body is not written so; then it is to be read like any other.
 */
export function fileBody(body: Buffer): unknown {
  const from = body.indexOf(KEY) + KEY.length;
  const to = from < KEY.length ? -1 : body.indexOf(QUOTE, from);
  if (to < 0 || (to - from) % 4 !== 0) return undefined;
  const memory = new ArrayBuffer(((to - from) / 4) * 3);
  const content = Buffer.from(memory);
  let size = 0;
  for (let at = from; at < to; at += SLICE) {
    const text = body.toString('latin1', at, Math.min(at + SLICE, to));
    if (!TEXT.test(text) || (text.endsWith('=') && at + SLICE < to)) return undefined;
    size += content.write(text, size, 'base64');
  }
  const json = parsed(body.toString('utf8', 0, from) + body.toString('utf8', to));
  // Somewhere else it is none of a file.
  if (typeof json !== 'object' || json === null || Reflect.get(json, 'base64') !== '') return undefined;
  return { ...json, base64: new Uint8Array(memory, 0, size) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Whoever reads the whole says so.
    return undefined;
  }
}
