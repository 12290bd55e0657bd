import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { type ByteString, encodeUtf8 } from '#shared/cookie/byte-string.ts';
import type { Scenario } from './scenario.ts';

/** The IETF working group's vectors: not ours, read where they lie. */
const folder =
  process.env['CRUMBS_HTTP_STATE'] ??
  fileURLToPath(new URL('../../../../shared/vectors/http-state', import.meta.url));

/** Whether the vectors are here; when they are not, what is not run without them is printed. */
export function hasVectors(what: string): boolean {
  const here = existsSync(join(folder, 'parser.json'));
  if (!here) process.stdout.write(`not run: ${what}, for the http-state vectors are not here\n`);
  return here;
}

const pair = v.object({ name: v.string(), value: v.string() });
const parserVector = v.object({
  test: v.string(),
  received: v.array(v.string()),
  sent: v.array(pair),
  'sent-to': v.optional(v.string()),
});
const dateVector = v.object({ test: v.string(), expected: v.nullable(v.string()) });

/** One vector: what the server sends, and the Cookie header that RFC 6265 of 2011 answers with. */
export interface ParserVector extends Scenario {
  readonly expected: ByteString;
}

/**
 * The Set-Cookie vectors as scenarios. Each has hosts of its own: `example.org` gets a number, so that no vector sees
 * the cookies of another.
 */
export function parserVectors(): readonly ParserVector[] {
  const vectors = v.parse(v.array(parserVector), read('parser.json'));
  return vectors.map(({ test, received, sent, 'sent-to': sentTo }, at) => {
    const own = (text: string): string => text.replace(/(example)(\.(?:org|com))/gi, `$1${at}$2`);
    const from = `http://home.example${at}.org/cookie-parser?${test.toLowerCase()}`;
    const to = own(sentTo ?? `/cookie-parser-result?${test.toLowerCase()}`);
    return {
      name: test,
      exchanges: [
        { url: from, setCookie: received.map((header) => encodeUtf8(own(header))) },
        { url: new URL(to, from).href },
      ],
      expected: sent
        .map(({ name, value }) => encodeUtf8(name === '' ? value : `${name}=${value}`))
        .join('; '),
    };
  });
}

/** One date: seconds since 1970, or nothing where it cannot be read. */
export interface DateVector {
  readonly text: ByteString;
  readonly expected?: number;
}

/** The dates of both files. */
export function dateVectors(): readonly DateVector[] {
  return ['dates.json', 'dates-bsd.json'].flatMap((file) =>
    v.parse(v.array(dateVector), read(file)).map(({ test, expected }) => ({
      text: encodeUtf8(test),
      ...(expected !== null && { expected: Date.parse(expected) / 1000 }),
    })),
  );
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'));
}
