import { expect, test } from 'vitest';
import { LinkTokens, newSecret, sameSecret, WrongSecrets } from '../../../main/web/secrets.ts';

test('a secret has 256 bits and is never the same', () => {
  const secrets = Array.from({ length: 100 }, newSecret);
  expect(secrets.every((secret) => Buffer.from(secret, 'base64url').length === 32)).toBe(true);
  expect(new Set(secrets).size).toBe(100);
});

test('secrets are the same only when every byte is', () => {
  expect([
    sameSecret('abc', 'abc'),
    sameSecret('abc', 'abd'),
    sameSecret('abc', 'abcd'),
    sameSecret('', ''),
  ]).toEqual([true, false, false, true]);
});

test('a link works once, and only when it was issued', () => {
  const tokens = new LinkTokens();
  const first = tokens.issue();
  const second = tokens.issue();
  expect([
    tokens.redeem('guess'),
    tokens.redeem(second),
    tokens.redeem(second),
    tokens.redeem(first),
    tokens.redeem(first),
  ]).toEqual([false, true, false, true, false]);
});

test('from the tenth wrong secret on every answer waits, and the person is told once', () => {
  let told = 0;
  const wrong = new WrongSecrets(() => (told += 1));
  const delays = Array.from({ length: 12 }, () => wrong.delay());
  expect({ delays, told }).toEqual({ delays: [...Array(9).fill(0), 1000, 1000, 1000], told: 1 });
});
