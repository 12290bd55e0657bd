import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readValue, writeValue } from '#shared/cookie/read-value.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const base64url = (text: string): string => Buffer.from(text).toString('base64url');
const steps = (value: string): readonly string[] => readValue(value).steps.map(({ codec }) => codec.id);

describe('what is inside a value', () => {
  test.each<[string, readonly string[], string, string]>([
    ['plain', [], 'text', 'plain'],
    ['', [], 'text', ''],
    ['sessionid', [], 'text', 'sessionid'],
    ['"quoted"', ['quotes'], 'text', 'quoted'],
    ['a%20b', ['percent'], 'text', 'a b'],
    ['a%zzb%2', [], 'text', 'a%zzb%2'],
    ['a%FFb', [], 'text', 'a%FFb'],
    ['%7B%22a%22%3A1%7D', ['percent'], 'json', '{"a":1}'],
    [base64('{"user":"ü"}'), ['base64'], 'json', '{"user":"ü"}'],
    [base64url('plain text?>'), ['base64url'], 'text', 'plain text?>'],
    [encodeURIComponent(base64('[1,2,3]')), ['percent', 'base64'], 'json', '[1,2,3]'],
    [`"${encodeURIComponent(encodeURIComponent('x y'))}"`, ['quotes', 'percent', 'percent'], 'text', 'x y'],
    ['1767225600', [], 'time', '1767225600'],
    ['1767225600000', [], 'time', '1767225600000'],
    ['9999999999', [], 'text', '9999999999'],
    ['a=1&b=%20', [], 'pairs', 'a=1&b=%20'],
    ['a%3D1%26b%3D2', ['percent'], 'pairs', 'a=1&b=2'],
    ['a=1', [], 'text', 'a=1'],
    ['{broken', [], 'text', '{broken'],
  ])('case %#', (value, codecs, kind, text) => {
    const reading = readValue(value);
    expect(reading.steps.map(({ codec }) => codec.id)).toEqual(codecs);
    expect([reading.shape.kind, reading.text, reading.exact]).toEqual([kind, text, true]);
  });

  test('a token is taken apart, with the times that it names', () => {
    const token = `${base64url('{"alg":"none"}')}.${base64url('{"sub":"x","exp":1767225600,"iat":1.5,"nbf":"1"}')}.sig-_`;
    expect(readValue(token).shape).toEqual({
      kind: 'jwt',
      header: '{"alg":"none"}',
      payload: '{"sub":"x","exp":1767225600,"iat":1.5,"nbf":"1"}',
      times: [
        { claim: 'iat', time: 1.5 },
        { claim: 'exp', time: 1_767_225_600 },
      ],
    });
    expect(readValue(`${base64url('{"typ":"x"}')}.${base64url('{}')}.s`).shape.kind).toBe('text');
  });

  test('times are told in seconds, whatever their unit', () => {
    expect(readValue('1767225600000000').shape).toEqual({ kind: 'time', time: 1_767_225_600, unit: 'µs' });
  });

  test('long values are left alone', () => {
    expect(steps(base64('long '.repeat(20_000)))).toEqual([]);
  });
});

describe('text that is written back', () => {
  test.each([
    ['%7b%22a%22:1%7d', '{"a":"ö"}', '%7b%22a%22:%22%c3%b6%22%7d'],
    ['%7B%22a%22%3A1%7D', '{"a":2}', '%7B%22a%22%3A2%7D'],
    [base64('{"n":1}'), '{"n":12}', base64('{"n":12}')],
    [base64('{"n":12}'), '{"n":1}', base64('{"n":1}')],
    [base64url('{"n":">?>?"}'), '{"n":"?>?>"}', base64url('{"n":"?>?>"}')],
    ['"a b"', 'c d', '"c d"'],
  ])('is wrapped as the value was: case %#', (value, text, wrapped) => {
    expect(writeValue(readValue(value), text)).toBe(wrapped);
  });

  const wrappings = fc.array(
    fc.constantFrom<(text: string) => string>(encodeURIComponent, base64, base64url, (text) => `"${text}"`),
    { maxLength: 4 },
  );

  test('is read again as what was written', () => {
    const printable = fc.string({
      minLength: 6,
      unit: fc.constantFrom(...Array.from('aZ09 %{}[]:,;=&+/?"é€😀')),
    });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), wrappings, printable, (text, wraps, other) => {
        const reading = readValue(wraps.reduce((inside, wrap) => wrap(inside), text));
        fc.pre(reading.exact);
        const unwrapped = reading.steps.reduce(
          (inside, { codec }) => codec.decode(inside) ?? inside,
          writeValue(reading, other.replaceAll('"', "'")),
        );
        expect(unwrapped).toBe(other.replaceAll('"', "'"));
      }),
    );
  });

  test('any value can be read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const reading = readValue(value);
        if (reading.exact) expect(writeValue(reading, reading.text)).toBe(value);
      }),
    );
  });
});
