import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ByteString } from '#shared/cookie/byte-string.ts';
import { chooseClient, CLIENTS, type ChosenClient } from '#shared/clients/registry.ts';
import type { CookieDocument } from '#shared/document/cookie-document.ts';
import { repairFor } from '#shared/document/edits/repair-for.ts';
import { previewRepairFor, type RepairForPreview } from '#shared/document/repair-for/describe-repair.ts';
import type { Concession } from '#shared/document/repair-for/repair-request.ts';
import { writerOf } from '#shared/document/writer.ts';
import { finish } from '#shared/table/progress.ts';
import { fixtures, HEADER, line, NOW, open, written } from './open-for-test.ts';
import { anyFile } from './random-file.ts';

const EVERYONE = CLIENTS.map(({ id }) => id);

function chosen(names: readonly string[]): readonly ChosenClient[] {
  return names.map((name) => {
    const client = chooseClient(name);
    if ('refused' in client) throw new Error(`${name} is no client`);
    return client;
  });
}

function request(names: readonly string[], allow: readonly Concession[] = []) {
  return { clients: chosen(names), allow, now: NOW };
}

function previewOf(
  document: CookieDocument,
  names: readonly string[],
  allow?: readonly Concession[],
): RepairForPreview {
  const writer = writerOf(document);
  const preview = finish(previewRepairFor(document, { ...request(names, allow), writer, most: 1000 }));
  if (preview === undefined) throw new Error('no program reads it');
  return preview;
}

/** The file after the repair. */
function readable(text: ByteString, names: readonly string[], allow?: readonly Concession[]): ByteString {
  const document = open(text, 'netscape');
  finish(repairFor(document, { ...request(names, allow), writer: writerOf(document) }));
  return written(document);
}

/** How many lines of the document as it is a client loads, and how many that are or might be entries it does not. */
function loads(document: CookieDocument, name: string): { readonly loaded: number; readonly lost: number } {
  const [client] = chosen([name]);
  const jar = client && finish(document.verdicts.load(client));
  const ids = document.lines.ids().filter((id) => ['entry', 'unparsed'].includes(document.kind(id)));
  const outcomes = Array.from(ids, (id) => ({
    kind: document.kind(id),
    outcome: document.verdicts.verdict(jar, id).outcome,
  }));
  return {
    loaded: outcomes.filter(({ outcome }) => outcome === 'kept' || outcome === 'changed').length,
    lost: outcomes.filter(
      ({ kind, outcome }) => outcome === 'dropped' || (kind === 'entry' && outcome === 'ignored'),
    ).length,
  };
}

const GOOD = line('.example.com TRUE / FALSE 1900000000 good 1');

describe('the smallest edits', () => {
  test.each([
    [
      'an empty expiry for curl',
      ['curl'],
      line('.example.com TRUE / FALSE  n v'),
      line('.example.com TRUE / FALSE 0 n v'),
    ],
    [
      'a missing tab for wget',
      ['wget'],
      line('.example.com TRUE / FALSE 0 n'),
      line('.example.com TRUE / FALSE 0 n '),
    ],
    [
      'an empty path for wget',
      ['wget'],
      line('.example.com TRUE  FALSE 0 n v'),
      line('.example.com TRUE / FALSE 0 n v'),
    ],
    [
      'lower-case words for wget',
      ['wget'],
      line('.example.com true / true 0 n v'),
      line('.example.com TRUE / TRUE 0 n v'),
    ],
    [
      'leading blanks for curl',
      ['curl'],
      ` ${line('.example.com TRUE / FALSE 0 n v')}`,
      line('.example.com TRUE / FALSE 0 n v'),
    ],
    [
      'quotes around a path for aria2',
      ['aria2'],
      line('.example.com TRUE "/a" FALSE 0 n v'),
      line('.example.com TRUE /a FALSE 0 n v'),
    ],
    [
      'an expiry beyond all counting for wget',
      ['wget'],
      line('.example.com TRUE / FALSE 9223372036854775808 n v'),
      line('.example.com TRUE / FALSE 253402300799 n v'),
    ],
    [
      'blanks in place of tabs for curl',
      ['curl'],
      '.example.com TRUE / FALSE 0 n v\n',
      line('.example.com TRUE / FALSE 0 n v'),
    ],
    [
      'a doubled tab for curl',
      ['curl'],
      '.example.com\tTRUE\t\t/\tFALSE\t0\tn\tv\n',
      line('.example.com TRUE / FALSE 0 n v'),
    ],
  ])('%s', (_name, names, before, after) => {
    expect(readable(HEADER + GOOD + before, names)).toBe(HEADER + GOOD + after);
  });

  test('a file that the program loads stays as it is, whatever others make of it', () => {
    const file = `${line('.example.com true / true 0 n v')}# no header, no line end\n${line('example.com TRUE / FALSE 0 n v', '')}`;
    expect(readable(file, ['wget2'])).toBe(file);
  });

  test('a line that nobody would load all the same stays as it is', () => {
    const file = `${HEADER}.example.com TRUE / FALSE 5 n v\n`;
    expect(readable(file, ['curl'])).toBe(file);
  });

  test('quotation marks around an expiry and letters behind it go', () => {
    const file = HEADER + line('.example.com TRUE / FALSE "1900000000" n v');
    expect(readable(file, EVERYONE)).toBe(file.replaceAll('"', ''));
    expect(readable(file.replaceAll('"', '').replace('1900000000', '1900000000abc'), ['aria2'])).toBe(
      file.replaceAll('"', ''),
    );
  });

  test('nothing is done for nobody', () => {
    const file = line('.example.com TRUE / FALSE  n v');
    expect(readable(file, [])).toBe(file);
  });

  test('UTF-16 and carriage returns alone are written as programs read them', () => {
    const text = HEADER + GOOD;
    const wide = `\xff\xfe${Array.from(text, (byte) => `${byte}\0`).join('')}`;
    expect(readable(wide, ['curl'])).toBe(text);
    expect(readable(text.replaceAll('\n', '\r'), ['curl'])).toBe(text);
  });

  test('a byte order mark goes where it hides the first cookie', () => {
    expect(readable(`\xef\xbb\xbf${GOOD}`, ['curl'])).toBe(GOOD);
  });

  test('a comment that ends curl is broken up, and every piece is a comment', () => {
    const long = `# ${'word '.repeat(2000)}`;
    const mended = readable(`${HEADER}${long}\n${GOOD}`, ['curl 8.14.1', 'curl']);
    const comments = mended.split('\n').slice(1, -2);
    expect(comments.every((comment) => comment.startsWith('#') && comment.length < 4999)).toBe(true);
    expect(comments.join('').replaceAll('# ', '')).toBe(long.replaceAll('# ', ''));
    expect(loads(open(mended), 'curl')).toEqual({ loaded: 1, lost: 0 });
  });
});

describe('what is not revived or given up unasked', () => {
  const marked = `#HttpOnly_${GOOD}`;

  test('an HttpOnly mark stays, and is told, until the person lets it go', () => {
    const document = open(HEADER + marked);
    const [told] = previewOf(document, ['wget']).uncarried;
    expect(told).toMatchObject({ client: 'wget', kind: 'lost', lines: 1, first: 2, concession: 'http-only' });
    expect(readable(HEADER + marked, ['wget'])).toBe(HEADER + marked);
    expect(readable(HEADER + marked, ['wget'], ['http-only'])).toBe(HEADER + GOOD);
    expect(previewOf(document, ['wget'], ['http-only'])).toMatchObject({ marksGiven: 1, uncarried: [] });
  });

  test('an expired cookie stays expired', () => {
    const file = HEADER + line('.example.com TRUE / FALSE 5 n v');
    expect(readable(file, EVERYONE)).toBe(file);
    expect(previewOf(open(file), ['curl']).uncarried).toMatchObject([{ text: 'it has expired', lines: 1 }]);
  });

  test('a line that is too long for curl goes only when the person lets it', () => {
    const long = line(`.example.com TRUE / FALSE 0 long ${'y'.repeat(6000)}`);
    const file = HEADER + long + GOOD;
    expect(previewOf(open(file), ['curl']).uncarried).toMatchObject([
      { kind: 'stops', first: 2, concession: 'lines' },
    ]);
    expect(readable(file, ['curl'])).toBe(file);
    expect(readable(file, ['curl'], ['lines'])).toBe(HEADER + GOOD);
  });

  test('a mend after which another chosen program loads less is not made', () => {
    // curl wants `/` for this name; `/x`, which aria2 would take, breaks the promise of the prefix.
    const file = HEADER + line('example.com FALSE x TRUE 0 __Host-n v');
    expect(readable(file, ['aria2'])).toBe(file.replace('\tx\t', '\t/x\t'));
    expect(readable(file, ['curl', 'aria2'])).toBe(file);
  });

  test('what cannot be carried is told by the lines of the file as it was, and what later lines replace once', () => {
    const again = '.example.com TRUE / FALSE 1900000000 n v';
    // A header comes in above all of them, and python would refuse the file without it.
    const file = [again, '.a.com TRUE / FALSE 0 session v', again, again].map((one) => line(one)).join('');
    const { uncarried } = previewOf(open(file, 'netscape'), ['python']);
    expect(uncarried.map(({ first, lines, text, help }) => ({ first, lines, text, help }))).toEqual([
      { first: 1, lines: 2, text: 'later lines of the same identity replace them', help: undefined },
      {
        first: 2,
        lines: 1,
        text: 'session cookies are not loaded',
        help: 'The program has an option for it, or the cookie needs an expiry.',
      },
    ]);
    const [only] = previewOf(open([again, again].map((one) => line(one)).join(''), 'netscape'), [
      'python',
    ]).uncarried;
    expect(only).toMatchObject({ first: 1, lines: 1, text: 'line 2 replaces it' });
  });

  test('values stay out of what is told', () => {
    const secret = 'canary77aa01';
    const file = `${line(`.example.com TRUE / FALSE  n ${secret}`)}junk=${secret}\n${line(`a.com TRUE / FALSE 0 ${secret}`)}`;
    expect(JSON.stringify(previewOf(open(file, 'netscape'), EVERYONE))).not.toContain(secret);
  });

  test('a flag that its writer inverted is turned, not believed', () => {
    const top = `${HEADER}# Generated by https://github.com/null93/milk-cookie-manager\n\n`;
    expect(readable(top + line('.example.com FALSE / TRUE 1900000000 n v'), ['curl', 'wget'])).toBe(
      top + line('.example.com TRUE / TRUE 1900000000 n v'),
    );
  });

  test('structured text is refused, with the way that there is', () => {
    const document = open('[{"domain":"example.com","name":"a","value":"1","path":"/","hostOnly":true}]');
    const done = finish(repairFor(document, request(['curl'])));
    expect(done.refused).toMatch(/export it as a Netscape file/);
  });
});

/** Every client loads what it was not told to lose. */
function expectAsTold(text: ByteString, names: readonly string[], allow: readonly Concession[]): void {
  const told = previewOf(open(text, 'netscape'), names, allow);
  const mended = open(readable(text, names, allow), 'netscape');
  for (const name of names) {
    const own = told.uncarried.filter(({ client }) => client === name);
    const stopped = own.some(({ kind }) => kind === 'stops');
    const lost = own.filter(({ kind }) => kind === 'lost').reduce((sum, { lines }) => sum + lines, 0);
    if (!stopped) expect([name, loads(mended, name).lost]).toEqual([name, lost]);
  }
}

describe('on any file', () => {
  const some = fc.subarray(EVERYONE, { minLength: 1 });
  const allow = fc.subarray<Concession>(['http-only', 'lines']);

  test('every chosen program loads every entry that was not told to be lost', () => {
    fc.assert(fc.property(anyFile, some, allow, expectAsTold), { numRuns: 120 });
  });

  test('a repair of the repaired file changes nothing', () => {
    fc.assert(
      fc.property(anyFile, some, allow, (text, names, allowed) => {
        const once = readable(text, names, allowed);
        expect(readable(once, names, allowed)).toBe(once);
      }),
      { numRuns: 120 },
    );
  });

  test('is one step: undo brings every byte back, and the preview is what is done', () => {
    fc.assert(
      fc.property(anyFile, some, (text, names) => {
        const document = open(text, 'netscape');
        const { total, changes } = previewOf(document, names);
        expect(document.dirty).toBe(false);
        finish(repairFor(document, request(names)));
        expect(changes.length).toBe(total);
        expect(document.dirty).toBe(total > 0);
        expect(document.steps().length).toBe(total > 0 ? 1 : 0);
        if (total > 0) finish(document.undo());
        expect(written(document)).toBe(text);
      }),
      { numRuns: 120 },
    );
  });

  test('lines that no program has trouble with stay byte for byte', () => {
    fc.assert(
      fc.property(anyFile, (text) => {
        const document = open(HEADER + GOOD + text, 'netscape');
        finish(repairFor(document, request(EVERYONE)));
        expect(written(document).startsWith(HEADER + GOOD)).toBe(true);
      }),
      { numRuns: 120 },
    );
  });
});

describe('the recorded files', () => {
  const files = fixtures().filter(({ name }) => !/json|utf16|html/.test(name));

  test('load as told for everybody once they are mended, and mend no further', () => {
    for (const { text } of files) {
      expectAsTold(text, EVERYONE, []);
      const once = readable(text, EVERYONE, ['http-only', 'lines']);
      expect(readable(once, EVERYONE, ['http-only', 'lines'])).toBe(once);
    }
  });
});
