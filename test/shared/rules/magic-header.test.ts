import { expect, test } from 'vitest';
import { isMagicHeader, isOtherHeader } from '#shared/rules/reading/magic-header.ts';

test.each([
  '# Netscape HTTP Cookie File',
  '# HTTP Cookie File',
  '# Netscape HTTP Cookie File, by hand',
  '# HTTP Cookie File v2',
])('F64: %j is the header that Python asks for', (line) => {
  expect([isMagicHeader(line), isOtherHeader(line)]).toEqual([true, false]);
});

test.each([
  '# HTTP cookie file.',
  '# HTTrack Website Copier Cookie File',
  '# netscape http cookie file',
  '#Netscape HTTP Cookie File',
])('F64: %j is a header, but not that one', (line) => {
  expect([isMagicHeader(line), isOtherHeader(line)]).toEqual([false, true]);
});

test.each([
  '',
  ' # Netscape HTTP Cookie File',
  '# my sites',
  '# my cookies for the bank, DO NOT share',
  '# the HTTP cookie file of the shop',
  '.cookie.com\tTRUE',
  '#.cookie.com\tTRUE',
])('%j is none', (line) => {
  expect([isMagicHeader(line), isOtherHeader(line)]).toEqual([false, false]);
});
