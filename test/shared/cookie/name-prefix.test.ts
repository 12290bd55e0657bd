import { expect, test } from 'vitest';
import { brokenRequirements, namePrefix } from '#shared/cookie/name-prefix.ts';

const full = { secureOnly: true, httpOnly: true, hostOnly: true, path: '/' };

test.each([
  ['__Secure-a', '__Secure-'],
  ['__SECURE-a', '__Secure-'],
  ['__Host-a', '__Host-'],
  ['__host-http-a', '__Host-Http-'],
  ['__Http-a', '__Http-'],
  ['__Hosta', undefined],
  ['_Host-a', undefined],
  ['', undefined],
])('F28: the prefix of %j is %s, in any case', (name, expected) => {
  expect(namePrefix(name)).toBe(expected);
});

test.each([
  ['__Secure-a', {}, []],
  ['__Secure-a', { secureOnly: false, path: '/x', hostOnly: false }, ['secureOnly']],
  ['__Host-a', { hostOnly: false, path: '/x' }, ['hostOnly', 'rootPath']],
  ['__Host-a', { httpOnly: false }, []],
  ['__Http-a', { httpOnly: false, path: '/x' }, ['httpOnly']],
  ['__Host-Http-a', { httpOnly: false, secureOnly: false }, ['secureOnly', 'httpOnly']],
  ['a', { secureOnly: false, httpOnly: false, hostOnly: false, path: '' }, []],
] as const)('F28: %s with %j lacks %j', (name, changes, expected) => {
  expect(brokenRequirements({ ...full, name, ...changes })).toEqual(expected);
});
