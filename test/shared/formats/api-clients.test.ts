import { expect, test } from 'vitest';
import { brunoStore } from '#shared/formats/bruno-store.ts';
import type { ImportFormat } from '#shared/formats/format.ts';
import { postman } from '#shared/formats/postman.ts';
import { detectFormat } from '#shared/formats/registry.ts';
import { fixture, probeOf, readWell, textBytes } from '../../conformance/format-reading.ts';

const rowsOf = (format: ImportFormat, path: string) => readWell(format, fixture(`formats/${path}`)).rows;

test('of a store of Bruno encrypted values are said to be so, and what is plain is read', () => {
  const [session, plain, ...more] = rowsOf(brunoStore, 'bruno-store/cookies.json');
  expect(session?.reason).toBe('value-encrypted');
  expect(plain?.cookie).toMatchObject({ name: 'plain', domain: 'other.example', hostOnly: true });
  expect(more).toEqual([]);
});

test('of a collection of Postman the cookies of saved responses are read, in folders too', () => {
  const rows = rowsOf(postman, 'postman/collection.json');
  expect(rows.map(({ cookie, reason }) => cookie?.name ?? reason)).toEqual([
    'PHPSESSID',
    'remember',
    '_ga',
    'field-missing',
  ]);
  expect(rows[0]?.cookie).toEqual({
    name: 'PHPSESSID',
    value: 'amY4dGNtc2VjZHZ1aGgycm1xZ2Q',
    domain: 'www.example.com',
    hostOnly: true,
    path: '/',
    secureOnly: false,
    httpOnly: false,
  });
  expect(rows[1]?.cookie).toMatchObject({ hostOnly: false, httpOnly: true, expiryTime: 1_830_000_000 });
  expect(rows[2]?.cookie).toMatchObject({ hostOnly: false, expiryTime: 1_830_000_000 });
});

test('a list as pm.cookies gives it keeps its expiries', () => {
  const rows = rowsOf(postman, 'postman/list.json');
  expect(rows.map(({ cookie }) => [cookie?.name, cookie?.expiryTime, cookie?.hostOnly])).toEqual([
    ['foo', 1_830_000_000, true],
    ['bar', undefined, true],
  ]);
});

test('a date that nobody can read is said', () => {
  const list = '[{"key":"n","value":"v","domain":"a.example","hostOnly":true,"expires":"next week"}]';
  expect(detectFormat(probeOf(textBytes(list)))).toBe(postman);
  expect(readWell(postman, textBytes(list)).rows[0]?.reason).toBe('field-wrong-type');
});
