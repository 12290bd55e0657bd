import fc from 'fast-check';
import { defaultPath as toughDefaultPath, pathMatch } from 'tough-cookie';
import { describe, expect, test } from 'vitest';
import { defaultPath, pathAttribute } from '#shared/cookie/default-path.ts';
import { pathMatches } from '#shared/cookie/path-matches.ts';

const path = fc
  .array(fc.constantFrom('/', 'a', 'b', '.', '//'), { maxLength: 8 })
  .map((parts) => parts.join(''));

describe('F40: the path /jscript limits a cookie to that directory', () => {
  test.each([
    ['/jscript', true],
    ['/jscript/x', true],
    ['/jscript2', false],
    ['/', false],
  ])('a request for %s: %s', (request, expected) => {
    expect(pathMatches(request, '/jscript')).toBe(expected);
  });
});

test('F44: a path that ends with a slash is not sent to the directory itself', () => {
  expect(pathMatches('/dir', '/dir/')).toBe(false);
  expect(pathMatches('/dir/', '/dir/')).toBe(true);
});

describe('F97, F117: the default path is the directory of the URL', () => {
  test.each([
    ['F117a', '/dir/', '/dir'],
    ['F117b', '/', '/'],
    ['F117c', '/dir//', '/dir/'],
    ['F117d', '/dir/file.txt', '/dir'],
    ['F97, no path at all', '', '/'],
    ['F97, no slash', 'dir/file.txt', '/'],
    ['F97, a file at the top', '/file.txt', '/'],
  ])('%s: %s gives %s', (_row, url, expected) => {
    expect(defaultPath(url)).toBe(expected);
  });
});

describe('F115: paths are never normalised', () => {
  test.each([
    ['F115a', '//dir'],
    ['F115b', '/dir/.'],
    ['F115c', '/dir/foo/..'],
    ['F115d', '/dir'],
    ['F96', '/dir/index.html'],
  ])('%s: %s stays', (_row, given) => {
    expect(pathAttribute(given, '/elsewhere/x')).toBe(given);
  });
});

test('F116, F138: a path without a leading slash, or an empty one, gives the default path', () => {
  expect(pathAttribute('dir', '/a/b')).toBe('/a');
  expect(pathAttribute('', '/a/b')).toBe('/a');
  expect(pathAttribute('"/dir"', '/a/b')).toBe('/a');
  expect(pathAttribute('\\dir', '/a/b')).toBe('/a');
});

test('paths agree with tough-cookie', () => {
  fc.assert(
    fc.property(path, path, (request, cookie) => {
      expect(defaultPath(request)).toBe(toughDefaultPath(request));
      expect(pathMatches(`/${request}`, `/${cookie}`)).toBe(pathMatch(`/${request}`, `/${cookie}`));
    }),
  );
});

test('a cookie always goes back to the URL it came from', () => {
  fc.assert(
    fc.property(path, (url) => {
      expect(pathMatches(`/${url}`, defaultPath(`/${url}`))).toBe(true);
    }),
  );
});
