import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rulesOf } from '#shared/clients/browser-of.ts';
import { BROWSERS, browserById } from '#shared/clients/browsers.ts';
import { chromiumDate } from '#shared/clients/chromium-date.ts';
import { firefoxDate } from '#shared/clients/firefox-date.ts';
import { reasonText } from '#shared/clients/reason.ts';
import { requestTarget } from '#shared/cookie/request-target.ts';
import { RFC_6265BIS_RULES } from '#shared/cookie/user-agent-rules.ts';

const NOW = 1_800_000_000;

const request = (url: string, version = '999') => {
  const target = requestTarget(url);
  if ('refused' in target) throw new Error('no address');
  return { target, version, now: NOW };
};

const byteStrings = fc
  .string({ unit: 'binary', maxLength: 200 })
  .map((text) => text.replace(/[^\0-\xff]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) & 0xff)));

describe.each(BROWSERS)('$title', (browser) => {
  test('is found by its id, and names what it does otherwise once', () => {
    expect(browserById(browser.id)).toBe(browser);
    const ids = browser.differences.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('cites the standard for each difference, and each changes a rule', () => {
    for (const { standard, instead, rules } of browser.differences) {
      expect(standard).toMatch(/(?:§\d|unknown to the standard).*\.$/);
      expect(instead).toMatch(/\.$/);
      const changed = Object.entries(rules).filter(
        ([rule, value]) => RFC_6265BIS_RULES[rule as keyof typeof rules] !== value,
      );
      expect(changed.length).toBeGreaterThan(0);
    }
  });

  test('is the standard where none of its differences is in force', () => {
    const differences = browser.differences.map((difference) => ({ ...difference, since: '2', until: '3' }));
    const ranged = { ...browser, differences };
    expect(rulesOf(ranged, '1')).toEqual(RFC_6265BIS_RULES);
    expect(rulesOf(ranged, '2.5')).toEqual(rulesOf(browser, '2.5'));
    expect(rulesOf(ranged, '3')).toEqual(RFC_6265BIS_RULES);
  });

  test('throws on no header, no clock and no version', () => {
    const urls = ['http://x.com/', 'https://xn--bcher-kva.example/a', 'http://[::1]/', 'http://localhost/'];
    const clocks = fc.constantFrom(NOW, -1e9, 0, 253_402_300_800, 1e13);
    fc.assert(
      fc.property(
        fc.array(byteStrings, { maxLength: 5 }),
        fc.constantFrom(...urls),
        clocks,
        fc.constantFrom('1', '', 'newest'),
        (headers, url, now, version) => {
          const to = { ...request(url, version), now };
          const { jar, effects } = browser.receive([], headers, to);
          expect(effects.length).toBe(headers.length);
          const { sent, leftOut } = browser.send(jar, to);
          expect(sent.length + leftOut.length).toBe(jar.length);
        },
      ),
    );
  });

  test('says in words why a header sets nothing and why a cookie stays behind', () => {
    const headers = ['a=1; Secure', 'a=1; Domain=other.com', '__Host-a=1', 'a=1; Domain=com', 'a=\x01', ''];
    const { effects } = browser.receive([], headers, request('http://x.com/'));
    const reasons = effects.map((effect) => (effect.outcome === 'rejected' ? reasonText(effect.reason) : ''));
    expect(new Set(reasons).size).toBe(headers.length);
    expect(reasons).not.toContain('');
    const { jar } = browser.receive([], ['a=1', 'b=1; Path=/p', 'c=1; Secure'], request('https://x.com/'));
    const { header, leftOut } = browser.send(jar, request('http://x.com/'));
    expect(header).toBe('a=1');
    expect(leftOut.map(({ cookie, reason: { code } }) => [cookie, code])).toEqual([
      [1, 'other-path'],
      [2, 'not-secure'],
    ]);
  });

  test('names the attributes that changed nothing', () => {
    const { effects } = browser.receive([], ['a=1; Foo=2; Expires=never'], request('http://x.com/'));
    expect(effects).toMatchObject([
      {
        ignored: [
          { name: 'Foo', reason: 'unknown' },
          { name: 'Expires', reason: 'unreadable' },
        ],
      },
    ]);
  });
});

describe('the dates of browsers', () => {
  const utc = (...parts: Parameters<typeof Date.UTC>): number => Date.UTC(...parts) / 1000;

  test.each([
    ['Thu, 01 Jan 1998 08:00:00 GMT', utc(1998, 0, 1, 8)],
    ['01 Jan 98 08:00:00', utc(1998, 0, 1, 8)],
    ['01 Jan 198 08:00:00', new Date(0).setUTCFullYear(198, 0, 1) / 1000 + 8 * 3600],
    ['01 Jan 20080 08:00:00', utc(20_080, 0, 1, 8)],
    ['01 Jan 1998 008:00:00', utc(1998, 0, 1, 8)],
    ['01 Jan 1998x 08:00:00', undefined],
    ['01 Jan 1998 08:00:00x', undefined],
    ['31 Feb 1998 08:00:00', undefined],
    ['01 Jan 1998', undefined],
    ['01 Jan 1998 24:00:00', undefined],
    ['', undefined],
  ])('Chromium reads %j', (text, expected) => {
    expect(chromiumDate(text)).toBe(expected);
  });

  test.each([
    ['Thu, 01 Jan 1998 08:00:00 GMT', utc(1998, 0, 1, 8)],
    ['01 Jan 1998', utc(1998, 0, 1)],
    ['01 Jan 1998 08:00:00 PST', utc(1998, 0, 1, 16)],
    ['01 Jan 1998 08:00:00 +0100', utc(1998, 0, 1, 7)],
    ['01 Jan 1998 08:00:00 PST+0100', utc(1998, 0, 1, 16)],
    ['06/16/95 08:00:00 pm', utc(1995, 5, 16, 20)],
    ['16-6-1995', utc(1995, 5, 16)],
    ['95/06/16', utc(1995, 5, 16)],
    ['31 Feb 1998 08:60:00', utc(1998, 2, 3, 9)],
    ['01 Jan 1998 08:05 GMT', utc(1998, 0, 1, 8, 4, 44)],
    ['1998-01-01T08:00:00Z', undefined],
    ['01 Jan 198 08:00:00', undefined],
    ['13/13/95', undefined],
    ['', undefined],
  ])('Firefox reads %j', (text, expected) => {
    expect(firefoxDate(text)).toBe(expected);
  });

  test('no text makes a reader throw or go on for ever', () => {
    const dateLike = fc.stringMatching(/^[-+/:,. 0-9TJanPSTGM()\xff]{0,60}$/);
    fc.assert(
      fc.property(fc.oneof(byteStrings, dateLike), (text) => {
        for (const read of [chromiumDate, firefoxDate]) {
          expect(['number', 'undefined']).toContain(typeof read(text));
        }
      }),
    );
    expect(firefoxDate('-'.repeat(100_000))).toBeUndefined();
    expect(firefoxDate('1/'.repeat(50_000))).toBe(utc(2001, 0, 1));
  });
});
