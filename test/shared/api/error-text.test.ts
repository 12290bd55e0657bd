import { describe, expect, test } from 'vitest';
import { ERROR_CODES } from '#shared/api/app-error.ts';
import { errorText } from '#shared/api/error-text.ts';

const DATA = {
  path: '/home/person/jar.txt',
  errno: 'EIO',
  step: 'rename',
  kind: 'pipe',
  size: 3 * 2 ** 30,
  line: 3,
  column: 7,
  message: 'A path begins with a slash.',
};

describe('what is said of a failure', () => {
  test.each(ERROR_CODES)('%s is three whole sentences, with and without facts', (code) => {
    for (const data of [{}, DATA]) {
      const { happened, written, next } = errorText(code, data);
      for (const sentence of [happened, written, next]) expect(sentence).toMatch(/^["\w/].*\.$/s);
      expect(happened + written + next).not.toMatch(/undefined|\(\)| {2}/);
    }
  });

  test('a code of a newer engine reads as an internal failure', () => {
    expect(errorText('coffee-missing')).toEqual(errorText('internal-failure'));
  });
});
