import { expect, test } from 'vitest';
import { parseIsoTime } from '#shared/cookie/parse-iso-time.ts';

test.each([
  ['2026-11-20T10:00:00.900Z', Date.UTC(2026, 10, 20, 10)],
  ['2026-11-20t10:00:00z', Date.UTC(2026, 10, 20, 10)],
  ['2026-11-20T11:00:00+01:00', Date.UTC(2026, 10, 20, 10)],
  ['2026-11-20T11:00:00+0100', Date.UTC(2026, 10, 20, 10)],
  ['2026-11-20 10:00', Date.UTC(2026, 10, 20, 10)],
  ['2026-11-20', Date.UTC(2026, 10, 20)],
  ['+010000-01-01T00:00:00Z', Date.UTC(10000, 0, 1)],
])('%s is that moment, in whole seconds', (text, milliseconds) => {
  expect(parseIsoTime(text)).toBe(milliseconds / 1000);
});

test.each(['', 'Session', '2026', '2026-13-01', '2026-11-20T25:00', '20.11.2026', '1795000000'])(
  '"%s" is no moment',
  (text) => {
    expect(parseIsoTime(text)).toBeUndefined();
  },
);
