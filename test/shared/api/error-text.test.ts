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

  test('a failure that left the old bytes elsewhere says where, and to save before anything else', () => {
    const said = errorText('write-failed', { ...DATA, oldContent: '/home/person/.crumbs-old-1' });
    expect(said).toEqual({
      happened: '/home/person/jar.txt could not be written (EIO while putting the new file in its place).',
      written:
        'The file may be damaged, but what it held before is whole in /home/person/.crumbs-old-1, and your changes are kept in the document.',
      next: 'Save to another place first; then put that copy back, or delete it when all is well: it holds cookies.',
    });
  });

  test('a file that cannot be made for want of a folder is told of the folder', () => {
    const data = { ...DATA, folder: '/home/nobody' };
    expect(errorText('file-missing', data).happened).toBe('The folder /home/nobody does not exist.');
    expect(errorText('file-missing', { ...data, reason: 'not-a-folder' }).happened).toBe(
      '/home/nobody is a file, not a folder.',
    );
  });

  test('a code of a newer engine reads as an internal failure', () => {
    expect(errorText('coffee-missing')).toEqual(errorText('internal-failure'));
  });
});
