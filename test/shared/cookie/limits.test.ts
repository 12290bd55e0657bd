import { describe, expect, test } from 'vitest';
import { CLIENT_LIMITS, limitsOf } from '#shared/cookie/limits.ts';

describe('the limits of clients', () => {
  test.each([
    ['F54, F57: Netscape keeps 20 a domain at most', 'netscape', { perDomain: { count: 20, kind: 'cap' } }],
    ['F56, F57: and 300 in all', 'netscape', { total: { count: 300, kind: 'cap' } }],
    [
      'F55: a cookie is 4,096 bytes at most',
      'netscape',
      { size: { count: 4096, kind: 'cap' }, sizeCounts: 'whole-cookie' },
    ],
    [
      'F57: RFC 2109 makes floors of the same numbers',
      'rfc-2109',
      {
        perDomain: { count: 20, kind: 'floor' },
        total: { count: 300, kind: 'floor' },
        size: { count: 4096, kind: 'floor' },
      },
    ],
    [
      'F134a, F135a, F136a: Chrome 111',
      'chrome-111',
      { size: { count: 4096, kind: 'cap' }, perDomain: { count: 163, kind: 'cap' } },
    ],
    [
      'F134b, F135b, F136b: Safari 16.3',
      'safari-16',
      { size: { count: 4096, kind: 'cap' }, perDomain: { count: 1000, kind: 'cap' } },
    ],
    [
      'F134c, F135c, F136c: Edge 111',
      'edge-111',
      { size: { count: 4096, kind: 'cap' }, perDomain: { count: 163, kind: 'cap' } },
    ],
    [
      'F134d, F135d, F136d: Firefox 111',
      'firefox-111',
      { size: { count: 4096, kind: 'cap' }, perDomain: { count: 160, kind: 'cap' } },
    ],
    [
      'F54: RFC 6265bis asks for room for 50',
      'rfc-6265bis',
      { perDomain: { count: 50, kind: 'floor' }, total: { count: 3000, kind: 'floor' } },
    ],
    ['F55: and caps attribute values', 'rfc-6265bis', { attributeValue: { count: 1024, kind: 'cap' } }],
    [
      'F58, F136: browsers hold 180 and purge to 150',
      'chromium-156',
      { perDomain: { count: 180, kind: 'cap' }, perDomainAfterPurge: 150 },
    ],
    [
      'F58, F136: Firefox too',
      'firefox-153',
      { perDomain: { count: 180, kind: 'cap' }, perDomainAfterPurge: 150 },
    ],
    [
      'F10, F81: curl sends so much',
      'curl',
      { sentCookies: { count: 150, kind: 'cap' }, sentBytes: { count: 8190, kind: 'cap' } },
    ],
  ])('%s', (_row, id, expected) => {
    expect(limitsOf(id)).toMatchObject(expected);
  });

  test('F60: Internet Explorer has no limit for one domain', () => {
    expect(limitsOf('internet-explorer').perDomain).toBeUndefined();
  });

  test('F129: wget has none at all', () => {
    expect(limitsOf('wget')).not.toHaveProperty('size');
  });

  test('F136: setting 1,000 cookies leaves 163 where 180 are held and 150 remain', () => {
    const { perDomain, perDomainAfterPurge = 0 } = limitsOf('chromium-156');
    let held = 0;
    for (let set = 0; set < 1000; set++)
      held = held + 1 > (perDomain?.count ?? 0) ? perDomainAfterPurge : held + 1;
    expect(held).toBe(163);
  });

  test('ids are unique, and an unknown one throws', () => {
    expect(new Set(CLIENT_LIMITS.map(({ id }) => id)).size).toBe(CLIENT_LIMITS.length);
    expect(() => limitsOf('mosaic')).toThrow('no limits are known');
  });
});
