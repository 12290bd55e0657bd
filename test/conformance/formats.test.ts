import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ATTRIBUTES, type Attribute, type Cookie, type CookieExtras } from '#shared/cookie/cookie.ts';
import { canonicalHost, lowerCaseAscii } from '#shared/cookie/canonical-host.ts';
import type { ImportFormat, SourceFormat, WritableFormat, WriteBackRow } from '#shared/formats/format.ts';
import { countLosses } from '#shared/formats/losses.ts';
import {
  detectBinary,
  detectFormat,
  formatById,
  FORMATS,
  WRITABLE_FORMATS,
} from '#shared/formats/registry.ts';
import { finish } from '#shared/table/progress.ts';
import { anyCookie, canonicalCookie } from './cookie-arbitrary.ts';
import {
  asRead,
  cookiesOf,
  fixture,
  fixtures,
  probeOf,
  readSource,
  writtenBack,
  readWell,
  textBytes,
  written,
  type ReadRow,
  type ReadSource,
} from './format-reading.ts';

const folder = new URL('../../shared/formats/', import.meta.url);
const machinery = new Set([
  'canonical-line',
  'chunks',
  'format',
  'imported-source',
  'lines-of',
  'loss',
  'loss-tally',
  'losses',
  'recognise',
  'registry',
]);
const EXTRAS: ReadonlySet<string> = new Set(ATTRIBUTES.slice(ATTRIBUTES.indexOf('sameSite')));

/** What is left of a cookie in a format that carries these attributes. */
function carried(cookie: Cookie, { carries }: WritableFormat): Cookie {
  const { extras, expiryTime, ...basics } = cookie;
  const kept = Object.entries(extras ?? {}).filter(([key]) => carries.some((attribute) => attribute === key));
  const more: CookieExtras = Object.fromEntries(kept);
  return {
    ...basics,
    httpOnly: carries.includes('httpOnly') && basics.httpOnly,
    ...(expiryTime !== undefined && carries.includes('expiryTime') && { expiryTime }),
    ...(kept.length > 0 && { extras: more }),
  };
}

/** A cookie that a format says it can hold as it is, but for attributes that it does not carry. */
function fitting(format: WritableFormat): fc.Arbitrary<Cookie> {
  return canonicalCookie.filter((cookie) => format.misfit(cookie) === undefined);
}

test('every file of the folder is a registered format of that name, and ids are unique', () => {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name.replace('.ts', ''))
    .filter((name) => !machinery.has(name));
  expect(FORMATS.map(({ id }) => id).sort()).toEqual(files.sort());
});

test('some sample of every format has entries', () => {
  for (const format of FORMATS) {
    if (format.kind === 'lines') continue;
    const counts = fixtures(`formats/${format.id}`).map(
      (sample) => readWell(format, fixture(sample)).rows.length,
    );
    expect(Math.max(...counts)).toBeGreaterThan(0);
  }
});

test('a format is found by its id', () => {
  for (const format of FORMATS) expect(formatById(format.id)).toBe(format);
  expect(formatById('no-such-format')).toBeUndefined();
});

describe.each(FORMATS.map((format) => ({ id: format.id, format })))('$id', ({ id, format }) => {
  const samples = fixtures(`formats/${id}`);

  test('has samples', () => {
    expect(samples.length).toBeGreaterThan(0);
  });

  test.each(samples)('%s is detected, by this format alone', (sample) => {
    const probe = probeOf(fixture(sample));
    expect(FORMATS.filter((other) => other.detect(probe)).map((other) => other.id)).toEqual([id]);
    expect(detectBinary(probe) ?? detectFormat(probe)).toBe(format);
  });

  if (format.kind !== 'lines') {
    describe('is read', () => readingLaws(format, samples));
  }
});

describe.each(WRITABLE_FORMATS.map((format) => ({ id: format.id, format })))('$id', ({ id, format }) => {
  test('detects what it writes', () => {
    fc.assert(
      fc.property(fc.array(fitting(format), { minLength: 1, maxLength: 4 }), (cookies) => {
        expect(detectFormat(probeOf(written(format, cookies)))?.id).toBe(id);
      }),
    );
  });

  test('reads back every attribute that it carries of every cookie that it wrote', () => {
    fc.assert(
      fc.property(fc.array(fitting(format), { maxLength: 5 }), (cookies) => {
        expect(cookiesOf(format, written(format, cookies))).toEqual(
          cookies.map((cookie) => carried(cookie, format)),
        );
      }),
    );
  });

  test('announces every loss: what is not announced comes back', () => {
    fc.assert(
      fc.property(anyCookie, (cookie) => {
        const losses = finish(countLosses([cookie], format));
        const file = written(format, [cookie]);
        const leftOut = losses.some(({ code }) => code === 'entry-left-out');
        if (format.kind === 'source') {
          const { rows } = readWell(format, file);
          expect(rows.length).toBe(leftOut ? 0 : 1);
        }
        const back = cookiesOf(format, file);
        expect(back.length).toBe(leftOut ? 0 : 1);
        if (leftOut || losses.some(({ code }) => code === 'entry-changed')) return;
        const lost = losses.flatMap(({ attribute }) => attribute ?? []);
        expect(back).toEqual([withoutAttributes(normal(cookie, format), lost)]);
      }),
      { numRuns: 500 },
    );
  });

  test('announces that an entry is left out even when it would be changed as well', () => {
    const odd: Cookie = {
      name: '',
      value: '',
      domain: '/',
      hostOnly: false,
      path: '/',
      secureOnly: false,
      httpOnly: false,
      expiryTime: 0,
    };
    const leftOut = finish(countLosses([odd], format)).some(({ code }) => code === 'entry-left-out');
    expect(cookiesOf(format, written(format, [odd])).length).toBe(leftOut ? 0 : 1);
  });

  test('announces only what there is to lose', () => {
    const plain: Cookie = {
      name: 'n',
      value: 'v',
      domain: 'example.com',
      hostOnly: true,
      path: '/',
      secureOnly: false,
      httpOnly: false,
    };
    expect(finish(countLosses([plain], format))).toEqual([]);
  });

  test('losses are counted, and name at most ten cookies', () => {
    const cookies = Array.from({ length: 30 }, (_, n): Cookie => ({
      name: `n${n}`,
      value: 'v',
      domain: 'example.com',
      hostOnly: true,
      path: '/',
      secureOnly: false,
      httpOnly: false,
      extras: { creationTime: 1 },
    }));
    const [loss, ...others] = finish(countLosses(cookies, format));
    expect(others).toEqual([]);
    if (format.carries.includes('creationTime')) {
      expect(loss).toBeUndefined();
      return;
    }
    expect(loss).toMatchObject({ code: 'attribute-lost', attribute: 'creationTime', count: 30 });
    expect(loss?.names).toEqual(Array.from({ length: 10 }, (_, n) => `n${n}`));
  });

  if (format.kind === 'source') sourceLaws(format, fixtures(`formats/${id}`));
});

/** The laws of formats whose rows stand inside another structure. */
function sourceLaws(format: SourceFormat, samples: readonly string[]): void {
  test.each(samples)('%s comes out byte for byte when nothing was touched', (sample) => {
    const bytes = fixture(sample);
    const { rows, document } = readWell(format, bytes);
    expect(Buffer.from(writtenBack(document, rows.map(asRead)))).toEqual(bytes);
    const unmarked = rows.map((row) => ({ ...asRead(row), untouched: row.cookie === undefined }));
    expect(Buffer.from(writtenBack(document, unmarked))).toEqual(bytes);
  });

  test.each(samples)('%s: an edit of one entry changes that entry alone', (sample) => {
    const bytes = fixture(sample);
    const { rows, document } = readWell(format, bytes);
    for (const [at, row] of rows.entries()) {
      if (row.cookie === undefined) continue;
      if (format.misfit({ ...row.cookie, value: 'a "new" value' }) !== undefined) continue;
      const edited = rows.map((other): WriteBackRow => {
        if (other !== row || other.cookie === undefined) return asRead(other);
        return {
          origin: other.origin,
          untouched: false,
          cookie: { ...other.cookie, value: 'a "new" value' },
        };
      });
      const after = Buffer.from(writtenBack(document, edited));
      const back = readWell(format, after).rows;
      expect(back.map(withoutOrigin)).toEqual(
        rows.map((other, n) =>
          n === at && other.cookie
            ? { cookie: { ...other.cookie, value: 'a "new" value' } }
            : withoutOrigin(other),
        ),
      );
      expect(changedLines(bytes, after)).toBeLessThanOrEqual(2);
    }
  });

  test.each(samples)('%s: removing entries takes along what set them apart', (sample) => {
    const { rows, document } = readWell(format, fixture(sample));
    fc.assert(
      fc.property(fc.subarray([...rows]), (kept) => {
        const back = readWell(format, writtenBack(document, kept.map(asRead))).rows;
        expect(back.map(withoutOrigin)).toEqual(kept.map(withoutOrigin));
      }),
      { numRuns: 50 },
    );
  });

  test.each(samples)('%s: entries added and moved are read back in their places', (sample) => {
    const { rows, document } = readWell(format, fixture(sample));
    const cookie = fitting(format).map((made) => carried(made, format));
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...rows]),
        fc.array(cookie, { maxLength: 3 }),
        fc.nat(),
        (kept, made, seed) => {
          const next: ReadRow[] = [...kept];
          for (const added of made) next.splice(seed % (next.length + 1), 0, { origin: -1, cookie: added });
          const back = writtenBack(
            document,
            next.map((row) =>
              row.origin < 0 && row.cookie ? { untouched: false, cookie: row.cookie } : asRead(row),
            ),
          );
          expect(readWell(format, back).rows.map(withoutOrigin)).toEqual(next.map(withoutOrigin));
        },
      ),
      { numRuns: 50 },
    );
  });

  if (format.extensions.includes('json')) {
    test('writes valid JSON in valid UTF-8, whatever the cookies', () => {
      const strict = new TextDecoder('utf-8', { fatal: true });
      fc.assert(
        fc.property(fc.array(anyCookie, { maxLength: 3 }), (cookies) => {
          const parsed: unknown = JSON.parse(strict.decode(written(format, cookies)));
          expect(typeof parsed).toBe('object');
        }),
        { numRuns: 300 },
      );
    });
  }

  test('any edit reads back as edited, whatever else the entry says', () => {
    const rows = samples.flatMap((sample) => {
      const read = readWell(format, fixture(sample));
      return read.rows.filter(({ cookie }) => cookie !== undefined).map((row) => ({ row, read }));
    });
    fc.assert(
      fc.property(fc.constantFrom(...rows), fitting(format), ({ row, read }, made) => {
        const cookie = carried(made, format);
        const after = writtenBack(
          read.document,
          read.rows.map((other) =>
            other === row ? { origin: other.origin, untouched: false, cookie } : asRead(other),
          ),
        );
        const back = readWell(format, after).rows[row.origin]?.cookie;
        expect(back).toEqual(cookie);
      }),
    );
  });
}

/** The laws of formats whose rows stand inside another structure, written back or not. */
function readingLaws(format: SourceFormat | ImportFormat, samples: readonly string[]): void {
  test.each(samples)('%s says nothing of a cookie that the format does not carry', (sample) => {
    const { rows } = readWell(format, fixture(sample));
    for (const { cookie } of rows) {
      if (cookie === undefined) continue;
      const extras = Object.keys(cookie.extras ?? {});
      expect(extras.filter((key) => !format.carries.some((attribute) => attribute === key))).toEqual([]);
      if (!format.carries.includes('httpOnly')) expect(cookie.httpOnly).toBe(false);
      if (!format.carries.includes('expiryTime')) expect(cookie.expiryTime).toBeUndefined();
    }
  });

  test.each(samples)('%s: every row begins in a line of the file', (sample) => {
    const { rows, document } = readWell(format, fixture(sample));
    const lines = rows.map(({ origin }) => document.lineOf(origin));
    expect(lines.every((line) => Number.isSafeInteger(line) && line >= 1)).toBe(true);
  });

  test('never throws, on any bytes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.json().map(textBytes)), (bytes) => {
        format.detect(probeOf(bytes));
        const read = readSource(format, bytes);
        if ('code' in read) return;
        expectWrittenBack(format, read, bytes);
      }),
      { numRuns: 500 },
    );
  });

  test('never throws, on damaged samples', () => {
    const sources = samples.map((sample) => fixture(sample));
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 }), fc.boolean()), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.constantFrom(...sources), damage, (source, hits) => {
        const bytes = [...source];
        for (const [at, byte, cut] of hits)
          bytes.splice(at % (bytes.length + 1), cut ? 1 : 0, ...(cut ? [] : [byte]));
        const damaged = Uint8Array.from(bytes);
        format.detect(probeOf(damaged));
        const read = readSource(format, damaged);
        if ('code' in read) return;
        expectWrittenBack(format, read, damaged);
      }),
      { numRuns: 300 },
    );
  });
}

/** Untouched rows come out byte for byte, where the format is written back. */
function expectWrittenBack(
  format: SourceFormat | ImportFormat,
  { document, rows }: ReadSource,
  bytes: Uint8Array,
): void {
  if (format.kind === 'import') return;
  expect(Buffer.from(writtenBack(document, rows.map(asRead)))).toEqual(Buffer.from(bytes));
}

function withoutOrigin({ cookie, reason, shown }: ReadRow): Omit<ReadRow, 'origin'> {
  return cookie === undefined ? { reason, shown } : { cookie };
}

/** Lines that differ, both sides having the same number of lines. */
function changedLines(before: Uint8Array, after: Uint8Array): number {
  const one = Buffer.from(before).toString('latin1').split('\n');
  const other = Buffer.from(after).toString('latin1').split('\n');
  expect(other.length).toBe(one.length);
  return one.filter((line, at) => line !== other[at]).length;
}

/** Differences that mean nothing: the leading full stop, letters of the domain, brackets, the ordinary store, fractions. */
function normal(cookie: Cookie, format: WritableFormat): Cookie {
  const { domain, expiryTime } = cookie;
  const bare = domain.replace(/^\[(.*)\]$/, '$1');
  const lower = canonicalHost(bare) ?? lowerCaseAscii(bare);
  return {
    ...cookie,
    domain: format.kind === 'lines' ? lower : domain,
    ...(expiryTime !== undefined && { expiryTime: Math.floor(expiryTime) }),
  };
}

function withoutAttributes(cookie: Cookie, lost: readonly Attribute[]): Cookie {
  const { extras, expiryTime, ...basics } = cookie;
  const kept = Object.entries(extras ?? {}).filter(
    ([key]) => EXTRAS.has(key) && !lost.some((attribute) => attribute === key),
  );
  return {
    ...basics,
    ...(lost.includes('httpOnly') && { httpOnly: false }),
    ...(expiryTime !== undefined && !lost.includes('expiryTime') && { expiryTime }),
    ...(kept.length > 0 && { extras: Object.fromEntries(kept) }),
  };
}
