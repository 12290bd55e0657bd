import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cookie } from '#shared/cookie/cookie.ts';
import type { ExportRequest } from '#shared/exports/export-target.ts';
import { EXPORT_TARGETS, exportTargetById } from '#shared/exports/registry.ts';
import { isShellText } from '#shared/exports/shells/shell-text.ts';
import { finish } from '#shared/table/progress.ts';
import { anyCookie } from './cookie-arbitrary.ts';

const NOW = 1_800_000_000;
const plain: Cookie = {
  name: 'plain-name',
  value: 'canary-value',
  domain: 'example.com',
  hostOnly: false,
  path: '/',
  secureOnly: false,
  httpOnly: false,
  expiryTime: NOW + 1000,
};

const request: ExportRequest = {
  cookies: [plain],
  url: 'https://example.com/',
  fileName: 'cookies.txt',
  inline: false,
  now: NOW,
};

/** What a program reads in a file name that is nothing of the kind. */
const REFUSED_NAMES: Readonly<Record<string, RegExp>> = { curl: /=/, httpie: /^~|\\[:=@;]/ };

test('a target is found by its id', () => {
  for (const target of EXPORT_TARGETS) expect(exportTargetById(target.id)).toBe(target);
  expect(exportTargetById('no-such-target')).toBeUndefined();
});

describe.each(EXPORT_TARGETS.map((target) => ({ id: target.id, target })))('$id', ({ target }) => {
  test('exports a plain cookie without a loss, to one file that holds it', () => {
    const result = finish(target.export(request));
    if ('refused' in result) throw new Error(result.message);
    expect(result.losses).toEqual([]);
    expect(result.files.map(({ name }) => name)).toEqual(['cookies.txt']);
    expect(Buffer.from(result.files[0]?.bytes ?? []).toString()).toContain('canary-value');
  });

  test('puts no value into a command or a loss unless that was asked for', () => {
    const made = fc
      .array(anyCookie, { maxLength: 5 })
      .map((cookies) =>
        cookies.map((cookie, at): Cookie => ({ ...cookie, value: `canary${at}${cookie.value}` })),
      );
    fc.assert(
      fc.property(made, (cookies) => {
        const result = finish(target.export({ ...request, cookies }));
        if ('refused' in result) expect(result.message).not.toContain('canary');
        else expect(`${result.command ?? ''}${JSON.stringify(result.losses)}`).not.toContain('canary');
      }),
    );
  });

  test('puts values into a command that is asked for, or refuses', () => {
    const result = finish(target.export({ ...request, inline: true }));
    if (!target.canInline) return expect(result).toMatchObject({ refused: true });
    if ('refused' in result) throw new Error(result.message);
    expect(result.files).toEqual([]);
    return expect(result.command).toContain('plain-name=canary-value');
  });

  test('never throws, whatever the cookies and the address', () => {
    const url = fc.oneof(
      fc.webUrl(),
      fc.string(),
      fc.constantFrom('http://[::1]:8080/a?b#c', 'https://a@b/'),
    );
    fc.assert(
      fc.property(fc.array(anyCookie, { maxLength: 5 }), url, fc.boolean(), (cookies, to, inline) => {
        const result = finish(target.export({ ...request, cookies, url: to, inline }));
        if ('refused' in result) expect(result.message).toMatch(/^[\x20-\x7e]+\.$/);
        else for (const loss of result.losses) expect(loss.names.length).toBeLessThanOrEqual(10);
      }),
    );
  });

  test.skipIf(!target.needsUrl).each([
    ['no address', undefined],
    ['an empty address', ' '],
    ['half an address', 'example.com'],
    ['another scheme', 'file:///etc/passwd'],
    ['a script', 'javascript:alert(1)'],
    ['a user name', 'https://me:secret@example.com/'],
    ['a user name behind a backslash', 'https:\\\\me@example.com/'],
  ])('refuses %s', (_, url) => {
    const { url: __, ...without } = request;
    const result = finish(target.export(url === undefined ? without : { ...request, url }));
    expect(result).toMatchObject({ refused: true });
    expect(JSON.stringify(result)).not.toContain('secret');
  });

  test.skipIf(!target.needsUrl)('says nothing of the fragment, and the address in ASCII', () => {
    const result = finish(target.export({ ...request, url: 'https://example.com/\u00e9#canary' }));
    if ('refused' in result) throw new Error(result.message);
    const text = `${result.command ?? ''}${result.files.map(({ bytes }) => Buffer.from(bytes).toString()).join('')}`;
    expect(text).not.toContain('#canary');
    if (target.id !== 'cookie-header') expect(text).toContain('https://example.com/%C3%A9');
  });

  test.skipIf(target.kind === 'file')(
    'quotes any file name, or refuses it, and lets none be an option',
    () => {
      fc.assert(
        fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }), (fileName) => {
          const result = finish(target.export({ ...request, fileName }));
          const refused = !isShellText(fileName) || (REFUSED_NAMES[target.id]?.test(fileName) ?? false);
          expect('refused' in result).toBe(refused);
          if ('refused' in result) return;
          expect(result.files[0]?.name).toBe(fileName);
          if (fileName.startsWith('-') && target.kind === 'program')
            expect(result.command).toMatch(/ '?\.\/-|--load-cookies=-|Cookie:@-/);
        }),
      );
    },
  );
});
