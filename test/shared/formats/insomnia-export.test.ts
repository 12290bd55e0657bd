import { expect, test } from 'vitest';
import { insomniaExport } from '#shared/formats/insomnia-export.ts';
import { detectFormat } from '#shared/formats/registry.ts';
import { fixture, probeOf, readSource, readWell, textBytes } from '../../conformance/format-reading.ts';

const FILE = fixture('formats/insomnia-export/v4.json');

test('the cookies of all jars are read, and nothing else that is called so', () => {
  const { rows } = readWell(insomniaExport, FILE);
  expect(rows.map(({ cookie, reason }) => cookie?.name ?? reason)).toEqual([
    'auth0',
    'aged',
    'sess',
    'field-wrong-type',
    'not-an-object',
    'second',
  ]);
  expect(rows[0]?.cookie).toEqual({
    name: 'auth0',
    value: 's%3Av1.Z2FkekJhcg',
    domain: 'login.example.com',
    hostOnly: true,
    path: '/',
    secureOnly: true,
    httpOnly: true,
    expiryTime: Date.UTC(2027, 10, 21, 1, 41, 1) / 1000,
    extras: {
      sameSite: 'none',
      creationTime: Date.UTC(2026, 10, 18, 1, 41, 1, 845) / 1000,
      lastAccessTime: Date.UTC(2026, 10, 18, 1, 41, 1, 845) / 1000,
    },
  });
  expect(rows[1]?.cookie).toMatchObject({
    hostOnly: false,
    expiryTime: Date.UTC(2026, 10, 18, 1) / 1000 + 31_557_600,
  });
  expect(rows[2]?.cookie?.expiryTime).toBeUndefined();
});

test('an export without cookies is one all the same', () => {
  const empty = textBytes('{"_type":"export","__export_format":4,"resources":[]}');
  expect(detectFormat(probeOf(empty))).toBe(insomniaExport);
  expect(readWell(insomniaExport, empty).rows).toEqual([]);
});

test('one that is cut off is refused with the place', () => {
  expect(readSource(insomniaExport, FILE.subarray(0, FILE.length - 4))).toMatchObject({ code: 'syntax' });
  expect(readSource(insomniaExport, textBytes('{"__export_format":4,"resources":{}}'))).toEqual({
    code: 'no-entries-possible',
  });
});
