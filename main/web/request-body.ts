import type { IncomingMessage } from 'node:http';
import { fileBody } from './file-body.ts';

const MIB = 1 << 20;
/** A dropped file comes whole and in base64; everything else is small. */
const LARGE_LIMIT = 384 * MIB;
const LIMIT = 32 * MIB;
const LARGE_METHODS: readonly string[] = ['document.openBytes', 'transfer.open', 'merge.open'];

/** Why a body was not taken. */
export type BodyRefusal = 'too-large' | 'not-json' | 'cut-off';

/** The JSON that a request carries. A body over the limit is not read on. */
export async function jsonBody(
  request: IncomingMessage,
  method: string,
): Promise<{ readonly json: unknown } | { readonly refused: BodyRefusal }> {
  const limit = LARGE_METHODS.includes(method) ? LARGE_LIMIT : LIMIT;
  if (Number(request.headers['content-length'] ?? 0) > limit) return { refused: 'too-large' };
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) return { refused: 'too-large' };
      chunks.push(chunk);
    }
  } catch {
    // The client went away, or its chunks were none: nobody is left to be answered.
    return { refused: 'cut-off' };
  }
  const body = Buffer.concat(chunks.splice(0));
  try {
    const file = limit === LARGE_LIMIT ? fileBody(body) : undefined;
    return { json: file ?? JSON.parse(body.toString('utf8')) };
  } catch {
    // The parser's message quotes its input: it is not looked at.
    return { refused: 'not-json' };
  }
}
