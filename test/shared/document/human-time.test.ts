import { describe, expect, test } from 'vitest';
import { fieldWarnings } from '#shared/document/edits/field-warnings.ts';
import { readField } from '#shared/document/edits/field-value.ts';
import { readTime } from '#shared/document/human-time.ts';
import { NOW } from './open-for-test.ts';

const MARCH = Date.UTC(2027, 2, 1) / 1000;

describe('a time as people type it', () => {
  test.each<[string, ReturnType<typeof readTime>]>([
    ['2027-03-01', { time: MARCH }],
    ['1 March 2027', { time: MARCH }],
    ['1st mar 2027', { time: MARCH }],
    ['March 1, 2027', { time: MARCH }],
    ['March 2027', { time: MARCH }],
    ['1 March 2027, 8:30', { time: MARCH + 30_600 }],
    ['1 March 2027 08:30:05 UTC', { time: MARCH + 30_605 }],
    ['30d', { time: NOW + 2_592_000 }],
    ['in 30 days', { time: NOW + 2_592_000 }],
    [' In 2 hours ', { time: NOW + 7200 }],
    [String(MARCH), { time: MARCH }],
    [String(MARCH * 1e3), { time: MARCH, unit: 'milliseconds' }],
    [String(MARCH * 1e6), { time: MARCH, unit: 'microseconds' }],
    ['31 February 2027', undefined],
    ['1 March 1 2027', undefined],
    ['1 Smarch 2027', undefined],
    ['soon', undefined],
    ['in a while', undefined],
    ['3 constructor', undefined],
  ])('%j', (text, expected) => {
    expect(readTime(text, NOW)).toEqual(expected);
  });

  test('in a finer unit than seconds is explained before it is written', () => {
    const context = { now: NOW, inLine: true, carries: ['expiryTime'] as const };
    const value = readField('expires', String(MARCH * 1e3), context);
    if ('refused' in value) throw new Error(value.refused);
    expect(fieldWarnings(value, NOW)).toEqual([
      'Read as milliseconds: 1 March 2027, 00:00 UTC. The file gets seconds.',
    ]);
  });
});
