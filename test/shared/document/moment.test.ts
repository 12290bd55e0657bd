import { expect, test } from 'vitest';
import {
  dateText,
  durationText,
  parseCalendar,
  parseDuration,
  parseMoment,
} from '#shared/document/moment.ts';

const at = (text: string): number => Date.parse(text) / 1000;

test.each([
  ['2027', '2027-01-01T00:00:00Z', '2028-01-01T00:00:00Z'],
  ['2027-12', '2027-12-01T00:00:00Z', '2028-01-01T00:00:00Z'],
  ['2024-02-29', '2024-02-29T00:00:00Z', '2024-03-01T00:00:00Z'],
  ['2027-03-01T10:30', '2027-03-01T10:30:00Z', '2027-03-01T10:31:00Z'],
  ['2027-03-01 10:30:15', '2027-03-01T10:30:15Z', '2027-03-01T10:30:16Z'],
  ['2027-03-01T10:30:15.250Z', '2027-03-01T10:30:15Z', '2027-03-01T10:30:16Z'],
  ['2027-03-01T10:30:15+02:00', '2027-03-01T08:30:15Z', '2027-03-01T08:30:16Z'],
  ['2027-03-01T10:30:15-0130', '2027-03-01T12:00:15Z', '2027-03-01T12:00:16Z'],
])('%s lasts from %s to %s', (text, from, to) => {
  expect(parseCalendar(text)).toEqual({ from: at(from), to: at(to) });
});

test.each([
  '',
  '27',
  '2027-1',
  '2027-00',
  '2027-13',
  '2023-02-29',
  '2027-02-30T10:00',
  '2027-03-01T25:00',
  'soon',
])('the text %j is no date', (text) => {
  expect(parseCalendar(text)).toBeUndefined();
});

test('durations come in seconds, minutes, hours, days, weeks, months and years', () => {
  expect(['90s', '5min', '2H', '30d', '1w', '6mo', '1y', '7', 'd', '-1d'].map(parseDuration)).toEqual([
    90,
    300,
    7200,
    2_592_000,
    604_800,
    15_552_000,
    31_536_000,
    undefined,
    undefined,
    undefined,
  ]);
});

test('a long number is a second, a short one a year', () => {
  expect([parseMoment('1800000000'), parseMoment('2027')?.kind === 'span' && parseCalendar('2027')]).toEqual([
    { kind: 'span', from: 1_800_000_000, to: 1_800_000_001 },
    { from: at('2027-01-01T00:00:00Z'), to: at('2028-01-01T00:00:00Z') },
  ]);
});

test('dates and durations are told in words', () => {
  expect([
    dateText(at('2027-03-03T00:00:00Z')),
    dateText(at('2027-03-03T14:05:00Z'), true),
    dateText(1_924_992_000_000, true),
    dateText(1e17),
    durationText(30),
    durationText(3600),
    durationText(86_400 * 3 + 5),
    durationText(31_536_000 * 2),
  ]).toEqual([
    '3 March 2027',
    '3 March 2027, 14:05 UTC',
    '27 July 62970, 00:00 UTC',
    'second 100000000000000000',
    'less than a minute',
    '1 hour',
    '3 days',
    '2 years',
  ]);
});
