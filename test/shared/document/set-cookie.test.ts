import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseReceiver, type ChosenReceiver, RECEIVERS } from '#shared/clients/receivers.ts';
import type { CookieDocument } from '#shared/document/cookie-document.ts';
import { applySetCookie } from '#shared/document/edits/apply-set-cookie.ts';
import { previewSetCookie, type HeaderOutcome } from '#shared/document/set-cookie/describe-headers.ts';
import { pastedHeaders } from '#shared/document/set-cookie/pasted-headers.ts';
import type { SetCookieQuestion } from '#shared/document/set-cookie/receive-headers.ts';
import { finish } from '#shared/table/progress.ts';
import { HEADER, line, NOW, open, written } from './open-for-test.ts';

/** 2028-01-01, which is within the 400 days that a cookie may last. */
const FUTURE = '1830297600';
const URL = 'https://www.example.com/app/page';

function receiver(text: string): ChosenReceiver {
  const chosen = chooseReceiver(text);
  if ('refused' in chosen) throw new Error(`no receiver ${text}`);
  return chosen;
}

function question(text: string, more: Partial<SetCookieQuestion> = {}): SetCookieQuestion {
  return { text, url: URL, origin: 'same-site', now: NOW, ...more };
}

function preview(
  document: CookieDocument,
  asked: SetCookieQuestion & { readonly reveal?: boolean },
  who = 'chromium',
): readonly HeaderOutcome[] {
  const answer = finish(previewSetCookie(document, { reveal: false, ...asked }, [receiver(who)]));
  if (!Array.isArray(answer) || answer[0] === undefined) throw new Error('no answer');
  return answer[0].outcomes;
}

function apply(document: CookieDocument, asked: SetCookieQuestion, who = 'chromium') {
  return finish(applySetCookie(document, asked, receiver(who)));
}

describe('headers are found in what was pasted', () => {
  const values = (text: string): readonly (readonly [number, string])[] =>
    pastedHeaders(text).map(({ line: at, value }) => [at, value]);

  test.each([
    ['header lines', 'Set-Cookie: a=1\r\nset-cookie:b=2; Path=/\r\n', ['a=1', 'b=2; Path=/']],
    ['bare values', 'a=1; Secure\n\n  b=2\n', ['a=1; Secure', 'b=2']],
    ['bare values among other headers', 'Date: today\na=1\nContent-Length: 3', ['a=1']],
    [
      'the output of curl -v',
      '> GET / HTTP/1.1\n> Cookie: x=y\n< HTTP/2 200\n< set-cookie: a=1\n<\n',
      ['a=1'],
    ],
    ['a head without cookies', 'HTTP/1.1 200 OK\r\nDate: today\r\n\r\nSet-Cookie: b=2', []],
    ['a head and its content', 'HTTP/1.1 200 OK\nSet-Cookie: a=1\n\nSet-Cookie: b=2\n', ['a=1']],
    [
      'two heads',
      'HTTP/1.1 302 Found\nSet-Cookie: a=1\n\nHTTP/1.1 200 OK\nSet-Cookie: b=2\n\nx=y',
      ['a=1', 'b=2'],
    ],
    ['an empty header', 'Set-Cookie:\n', ['']],
    ['nothing', ' \n\r\n', []],
  ])('%s', (_what, text, expected) => {
    expect(values(text).map(([, value]) => value)).toEqual(expected);
  });

  test('with the line in which each stands', () => {
    expect(values('HTTP/1.1 200 OK\nDate: x\nSet-Cookie: a=1\n')).toEqual([[3, 'a=1']]);
  });
});

test('new, changed, identical, removed, missing and refused cookies are told apart', () => {
  const document = open(
    HEADER +
      line(`.example.com TRUE / FALSE ${FUTURE} same 1`) +
      line(`.example.com TRUE / FALSE ${FUTURE} other 1`) +
      line(`www.example.com FALSE / FALSE ${FUTURE} gone 1`),
  );
  const expires = 'Expires=Sat, 01 Jan 2028 00:00:00 GMT';
  const text = [
    `Set-Cookie: same=1; Domain=example.com; Path=/; ${expires}`,
    `Set-Cookie: other=2; Domain=.example.com; Path=/; ${expires}; HttpOnly`,
    'Set-Cookie: gone=; Max-Age=0; Path=/',
    'Set-Cookie: gone=; Max-Age=0; Path=/',
    'Set-Cookie: fresh=1; Secure; SameSite=Lax',
    'Set-Cookie: alien=1; Domain=example.org',
  ].join('\r\n');
  const told = preview(document, question(text)).map(({ outcome, standing, documentLine, differs }) => [
    outcome,
    standing,
    documentLine,
    differs,
  ]);
  expect(told).toEqual([
    ['replace', 'identical', 2, []],
    ['replace', 'changed', 3, ['value', 'httpOnly']],
    ['remove', undefined, 4, []],
    ['ignored', undefined, undefined, []],
    ['add', 'new', undefined, []],
    ['rejected', undefined, undefined, []],
  ]);
  expect(preview(document, question(text))[4]?.notCarried).toEqual(['sameSite']);
  expect(preview(document, question(text))[5]).toMatchObject({
    name: 'alien',
    reason: 'its Domain is not that of the address it came from',
    step: 'RFC 6265bis §5.7, step 10',
  });
  const before = written(document);
  const done = apply(document, question(text));
  expect(done).toMatchObject({ label: 'Apply Set-Cookie to 3 cookies', changed: 3 });
  expect(written(document)).toBe(
    HEADER +
      line(`.example.com TRUE / FALSE ${FUTURE} same 1`) +
      line(`#HttpOnly_.example.com TRUE / FALSE ${FUTURE} other 2`) +
      line('www.example.com FALSE /app TRUE 0 fresh 1'),
  );
  finish(document.undo());
  expect(written(document)).toBe(before);
});

test('headers work on what those before them left', () => {
  const document = open(HEADER);
  const text = 'a=1; Path=/\na=2; Path=/\nb=1; Path=/\nb=; Path=/; Max-Age=-1';
  expect(preview(document, question(text)).map(({ outcome }) => outcome)).toEqual([
    'add',
    'replace',
    'add',
    'remove',
  ]);
  apply(document, question(text));
  expect(written(document)).toBe(HEADER + line('www.example.com FALSE / FALSE 0 a 2'));
});

test('Max-Age counts from the time the headers came', () => {
  const document = open(HEADER);
  apply(document, question('a=1; Path=/; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT'));
  expect(written(document)).toContain(`\t${NOW + 60}\ta\t1\n`);
});

test('the last of several lines for one cookie is replaced, and all are removed', () => {
  const text = HEADER + line(`www.example.com FALSE / FALSE ${FUTURE} a 1`).repeat(2);
  const document = open(text);
  apply(document, question('a=2; Path=/'));
  expect(written(document)).toBe(
    HEADER +
      line(`www.example.com FALSE / FALSE ${FUTURE} a 1`) +
      line('www.example.com FALSE / FALSE 0 a 2'),
  );
  apply(document, question('a=; Path=/; Max-Age=0'));
  expect(written(document)).toBe(HEADER);
});

test('a line keeps its end, and a last line without one gets one before a new cookie', () => {
  const text = `${HEADER.replace('\n', '\r\n')}${line(`www.example.com FALSE / FALSE ${FUTURE} a 1`, '\r\n')}`;
  const document = open(text + line(`www.example.com FALSE / FALSE ${FUTURE} b 1`, ''));
  apply(document, question('b=2; Path=/\nc=3; Path=/'));
  expect(written(document)).toBe(
    text +
      line('www.example.com FALSE / FALSE 0 b 2', '\r\n') +
      line('www.example.com FALSE / FALSE 0 c 3', '\r\n'),
  );
});

test('JSON keeps SameSite, and its other entries', () => {
  const entry = { name: 'a', value: '1', domain: 'www.example.com', path: '/', expires: -1, httpOnly: false };
  const document = open(JSON.stringify([{ ...entry, secure: true, sameSite: 'Lax' }]));
  expect(document.format.kind).toBe('source');
  const text = 'b=2; Path=/; Secure; SameSite=None\na=1; Path=/; Secure; SameSite=Strict';
  expect(preview(document, question(text)).map(({ notCarried, differs }) => [notCarried, differs])).toEqual([
    [[], []],
    [[], ['sameSite']],
  ]);
  apply(document, question(text));
  const saved = JSON.parse(written(document)) as { name: string; sameSite: string }[];
  expect(saved.map(({ name, sameSite }) => [name, sameSite])).toEqual([
    ['a', 'Strict'],
    ['b', 'None'],
  ]);
});

test('a cookie that a line cannot hold is told of, and left out', () => {
  const document = open(HEADER);
  const asked = question('a\tb=1; Path=/\nc=2; Path=/');
  const [first, second] = preview(document, asked, 'rfc6265bis');
  expect(first?.unwritable).toMatch(/TAB/);
  expect(second?.unwritable).toBeUndefined();
  apply(document, asked, 'rfc6265bis');
  expect(written(document)).toBe(HEADER + line('www.example.com FALSE / FALSE 0 c 2'));
});

test('a document that cannot say "partitioned" has one cookie for all sites', () => {
  const document = open(HEADER);
  const text = '__Host-p=1; Path=/; Secure; Partitioned';
  apply(document, question(text));
  const [again] = preview(document, question(text));
  expect(again).toMatchObject({ outcome: 'replace', standing: 'identical', notCarried: ['partitionKey'] });
});

test.each([
  ['chromium', 'embedded', 'rejected'],
  ['chromium', 'cross-site', 'add'],
  ['rfc6265bis', 'embedded', 'rejected'],
] as const)('%s, %s: a cookie without SameSite is %s', (who, origin, outcome) => {
  const [told] = preview(open(HEADER), question('a=1', { origin }), who);
  expect(told?.outcome).toBe(outcome);
});

test('no value is told, wherever a header hides it', () => {
  const canary = 'canary77Value';
  const text = [
    `sid=${canary}; ${canary}; Path=/x=${canary}; Comment=${canary}`,
    `${canary}0a1B2c3D4e5F6g7H8`,
    `=${canary}; Domain=${canary}`,
    `a=${canary}\u0001; x`,
  ].join('\n');
  for (const { id } of RECEIVERS) {
    expect(JSON.stringify(preview(open(HEADER), question(text), id))).not.toContain(canary);
  }
  const revealed = preview(open(HEADER), { ...question(text), reveal: true });
  expect(revealed[0]?.cookie?.value).toBe(canary);
});

describe('odd questions have plain answers', () => {
  test.each(['', 'https://', 'file:///tmp/x', 'nonsense', 'https://[::1', 'ftp://example.com/'])(
    'the address %j',
    (url) => {
      const answer = finish(
        previewSetCookie(open(HEADER), { ...question('a=1', { url }), reveal: false }, [
          receiver('chromium'),
        ]),
      );
      expect(answer).toHaveProperty('refused');
      expect(apply(open(HEADER), question('a=1', { url }))).toEqual({
        refused: 'No cookies come from this address.',
      });
    },
  );

  test.each([
    ['https://BÜCHER.example/', 'xn--bcher-kva.example'],
    ['http://[::1]:8080/', '::1'],
    ['http://192.0.2.7/', '192.0.2.7'],
  ])('%s', (url, domain) => {
    const document = open(HEADER);
    apply(document, question('a=1; Path=/', { url }));
    expect(written(document)).toBe(HEADER + line(`${domain} FALSE / FALSE 0 a 1`));
  });

  test.each([-1e15, -1, 0, 253_402_300_800, 1e15, Number.MAX_SAFE_INTEGER, 1e300])('the time %d', (now) => {
    for (const { id } of RECEIVERS) {
      const document = open(HEADER);
      const asked = question('a=1; Max-Age=60; Path=/\nb=1; Expires=Sat, 01 Jan 2028 00:00:00 GMT', { now });
      expect(preview(document, asked, id)).toHaveLength(2);
      apply(document, asked, id);
      expect(written(document)).toMatch(
        /^(?:#.*\n|[^\t]+\t(?:TRUE|FALSE)\t\/\S*\tFALSE\t\d{1,16}\t[ab]\t1\n)*$/,
      );
    }
  });

  test('a header of a megabyte, and one with a NUL byte', () => {
    const text = `big=${'x'.repeat(1 << 20)}\nnul=a\0b\nok=1; ${'y'.repeat(1 << 20)}`;
    const outcomes = preview(open(HEADER), question(text));
    expect(outcomes.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['rejected', 'its name and its value together are larger than a cookie may be'],
      ['rejected', 'it has a control character in it'],
      ['add', undefined],
    ]);
  });

  test('no headers, and too many', () => {
    expect(preview(open(HEADER), question('HTTP/1.1 200 OK\n'))).toEqual([]);
    expect(apply(open(HEADER), question('\n'))).toEqual({
      refused: 'There is no Set-Cookie header in the text.',
    });
    const many = question('a=1\n'.repeat(1001));
    expect(finish(previewSetCookie(open(HEADER), { ...many, reveal: false }, [receiver('firefox')]))).toEqual(
      {
        tooMany: 1001,
      },
    );
    expect(apply(open(HEADER), many)).toEqual({ refused: 'These are more than 1,000 headers at once.' });
  });

  test('any bytes at all', () => {
    const bytes = fc.array(fc.nat(255), { maxLength: 80 }).map((codes) => String.fromCharCode(...codes));
    const likely = fc.array(
      fc.constantFrom(
        'Set-Cookie: ',
        'a=',
        'b',
        '; Path=/',
        '; Max-Age=0',
        '; Domain=example.com',
        '\n',
        '\r',
        '\0',
        '\xe9',
        '; Expires=x',
      ),
    );
    const texts = fc.oneof(
      bytes,
      likely.map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom(...RECEIVERS.map(({ id }) => id)), (text, id) => {
        const document = open(HEADER + line(`.example.com TRUE / FALSE ${FUTURE} a 1`));
        const before = written(document);
        const outcomes = preview(document, question(text), id);
        expect(written(document)).toBe(before);
        const done = apply(document, question(text), id);
        if (outcomes.length === 0) expect(done.refused).toBeDefined();
        if (done.refused === undefined && done.changed > 0) finish(document.undo());
        expect(written(document)).toBe(before);
      }),
    );
  });

  test('the same headers twice change nothing the second time', () => {
    const document = open(HEADER);
    const asked = question('a=1; Path=/; Max-Age=60\nb=2; Domain=example.com; HttpOnly');
    apply(document, asked);
    const once = written(document);
    expect(apply(document, asked)).toMatchObject({ changed: 0 });
    expect(written(document)).toBe(once);
  });
});
