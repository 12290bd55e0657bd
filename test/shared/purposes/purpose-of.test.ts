import { expect, test } from 'vitest';
import { ADVERTISING } from '#shared/purposes/advertising.ts';
import { ANALYTICS } from '#shared/purposes/analytics.ts';
import { FUNCTIONAL } from '#shared/purposes/functional.ts';
import { NECESSARY } from '#shared/purposes/necessary.ts';
import { PREFERENCES } from '#shared/purposes/preferences.ts';
import { purposeOf, purposeSentence } from '#shared/purposes/purpose-of.ts';
import { SECURITY } from '#shared/purposes/security.ts';
import { SIGN_IN } from '#shared/purposes/sign-in.ts';

const TABLES = [SIGN_IN, SECURITY, NECESSARY, PREFERENCES, FUNCTIONAL, ANALYTICS, ADVERTISING];
const ROWS = TABLES.flatMap((table) =>
  Object.entries(table).flatMap(([platform, names]) =>
    Object.entries(names).map(([name, purpose]) => ({ platform, name, purpose })),
  ),
);

const known = (name: string, domain = 'example.com'): string => {
  const found = purposeOf(name, domain);
  return found === undefined ? 'unknown' : `${found.category}: ${found.platform ?? 'anybody'}`;
};

test('more than 150 names are known, and none of them twice', () => {
  expect(ROWS.length).toBeGreaterThan(150);
  const names = ROWS.map(({ name }) => name);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

test('every purpose goes on from "Probably PLATFORM: "', () => {
  expect(ROWS.filter(({ purpose }) => !/^[a-z].*[^.]$/.test(purpose))).toEqual([]);
  expect(
    ROWS.filter(({ name }) => !/^[^@\s]+(?:@[a-z0-9-]+(?:\.[a-z0-9-]+)*(?:\.\*)?)?$/.test(name)),
  ).toEqual([]);
});

test('each name of the table is found again by itself on its own domain', () => {
  const lost = ROWS.filter(({ name, purpose }) => {
    const [spelling = '', domain = 'shop.example.org'] = name.split('@');
    return purposeOf(spelling.replaceAll('*', '5'), domain.replace('.*', '.co.uk'))?.purpose !== purpose;
  });
  expect(lost).toEqual([]);
});

test.each([
  ['_ga', 'example.com', 'analytics: Google Analytics'],
  ['_ga_1AB2CD3EF4', '.example.com', 'analytics: Google Analytics'],
  ['_gac_UA-1', 'example.com', 'advertising: Google Ads'],
  ['_gat', 'example.com', 'analytics: Google Analytics'],
  ['NID', '.google.co.uk', 'advertising: Google Ads'],
  ['NID', '.google.com.evil.example', 'unknown'],
  ['NID', 'notgoogle.com', 'unknown'],
  ['sessionid', '.instagram.com', 'sign-in: Instagram'],
  ['sessionid', 'example.com', 'sign-in: Django'],
  ['JSESSIONID', 'www.linkedin.com', 'security: LinkedIn'],
  ['JSESSIONID', 'bam.nr-data.net', 'analytics: New Relic'],
  ['JSESSIONID', 'example.com', 'sign-in: Java'],
  ['NSC_AAAC', 'example.com', 'sign-in: Citrix Gateway'],
  ['NSC_abc', 'example.com', 'necessary: Citrix load balancer'],
  ['lang', 'example.com', 'preferences: anybody'],
  ['_GA', 'example.com', 'unknown'],
  ['x_ga', 'example.com', 'unknown'],
  ['_ga\n', 'example.com', 'unknown'],
  ['', '', 'unknown'],
  ['__proto__', 'example.com', 'unknown'],
  ['constructor', 'example.com', 'unknown'],
])('%s on %s', (name, domain, expected) => {
  expect(known(name, domain)).toBe(expected);
});

test('a purpose is never said without "probably"', () => {
  expect(purposeSentence({ category: 'analytics', platform: 'Matomo', purpose: 'counts' })).toBe(
    'Probably Matomo: counts.',
  );
  expect(purposeSentence({ category: 'preferences', purpose: 'remembers the language' })).toBe(
    'Probably remembers the language.',
  );
});
