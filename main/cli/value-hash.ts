import { createHmac } from 'node:crypto';
import type { ByteString } from '#shared/cookie/byte-string.ts';
import { hashKey } from '../settings/hash-key.ts';
import type { CommandContext, CommandOption } from './command.ts';
import { UsageError } from './command.ts';
import { readInput } from './inputs.ts';

const LEAST_KEY = 16;

/** For commands that print a hash in the place of a value. */
export const HASH_KEY: CommandOption = {
  type: 'string',
  argument: 'FILE',
  help: 'The key of the hashes in --ndjson: the content of this file, 16 bytes or more. Without it, a key of your own in the data folder.',
};

/**
 * What stands for a value: equal where the values are, and no way back. HMAC-SHA256 and not a plain hash, for most values are short ("1",
 * "en", a number), and a plain hash of those is found by trying.
 */
export async function valueHash(context: CommandContext): Promise<(value: ByteString) => string> {
  const key = await keyOf(context);
  return (value) => createHmac('sha256', key).update(value, 'latin1').digest('hex');
}

async function keyOf(context: CommandContext): Promise<Uint8Array> {
  const file = context.options.text('hash-key');
  if (file === undefined) return hashKey();
  const key = await readInput(context, file);
  if (key.length >= LEAST_KEY) return key;
  throw new UsageError(`${file} holds ${key.length} bytes: a key needs ${LEAST_KEY} or more.`, 'list');
}
