import fc from 'fast-check';
import { encodeUtf8 } from '#shared/cookie/byte-string.ts';
import type { Cookie, CookieExtras } from '#shared/cookie/cookie.ts';

const label = fc.stringMatching(/^[a-z0-9](?:[a-z0-9-]{0,8}[a-z0-9])?$/);

/** A host name in canonical form, two or three labels long, never an address. */
const host = fc
  .tuple(fc.array(label, { minLength: 1, maxLength: 2 }), fc.constantFrom('example', 'test', 'com', 'org'))
  .map(([labels, top]) => [...labels, top].join('.'));

/** Any text a person could have typed, as bytes of UTF-8, without what no line can hold. */
const text = (maxLength: number) =>
  fc.string({ unit: 'binary', maxLength }).map((typed) => encodeUtf8(typed.replaceAll(/[\t\r\n\0]/g, '')));

const path = text(12).map((rest) => `/${rest}`);
const site = host.map((name) => `https://${name}`);

const extras: fc.Arbitrary<CookieExtras> = fc.record(
  {
    sameSite: fc.constantFrom('strict' as const, 'lax' as const, 'none' as const),
    partitionKey: fc.oneof(
      fc.record({ topLevelSite: site }),
      fc.record({ topLevelSite: site, hasCrossSiteAncestor: fc.boolean() }),
    ),
    storeId: fc.stringMatching(/^firefox-container-[1-9]$/),
    priority: fc.constantFrom('low' as const, 'medium' as const, 'high' as const),
    sourceScheme: fc.constantFrom('unset' as const, 'non-secure' as const, 'secure' as const),
    sourcePort: fc.integer({ min: -1, max: 65_535 }),
    creationTime: fc.integer({ min: 1, max: 4_000_000_000 }),
    lastAccessTime: fc.integer({ min: 1, max: 4_000_000_000 }),
  },
  { requiredKeys: [] },
);

const basics = fc.record({
  name: text(16),
  value: text(24),
  domain: host,
  hostOnly: fc.boolean(),
  path,
  secureOnly: fc.boolean(),
  httpOnly: fc.boolean(),
});

/** A cookie that every format can hold, its extras apart: canonical domain, absolute path, expiry in range or none. */
export const canonicalCookie: fc.Arbitrary<Cookie> = fc
  .tuple(
    basics,
    fc.option(fc.integer({ min: 1, max: 253402300799 }), { nil: undefined }),
    fc.option(extras, { nil: undefined }),
  )
  .map(([cookie, expiryTime, more]) => ({
    ...cookie,
    ...(expiryTime !== undefined && { expiryTime }),
    ...(more !== undefined && Object.keys(more).length > 0 && { extras: more }),
  }));

const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }).map((typed) => encodeUtf8(typed)),
  fc.uint8Array({ maxLength: 12 }).map((bytes) => String.fromCharCode(...bytes)),
  fc.constantFrom('', '.', '..example.com', '#x', ' example.com', '127.0.0.1', '[::1]', 'EXAMPLE.com', 'a/b'),
);

/** Any cookie that the type allows, canonical or not. */
export const anyCookie: fc.Arbitrary<Cookie> = fc.oneof(
  canonicalCookie,
  fc
    .tuple(
      canonicalCookie,
      fc.record({ name: odd, value: odd, domain: odd, path: odd }, { requiredKeys: [] }),
      fc.record({ expiryTime: fc.double({ noNaN: true }) }, { requiredKeys: [] }),
    )
    .map(([cookie, texts, times]) => ({ ...cookie, ...texts, ...times })),
);
