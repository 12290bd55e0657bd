import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileBody } from '../../../main/web/file-body.ts';

function bodyOf(json: unknown): Buffer {
  return Buffer.from(JSON.stringify(json));
}

describe('a body with a file in it', () => {
  test('is the JSON that it is, with the bytes of the file', () => {
    const others = fc.record({ name: fc.string(), site: fc.string() }, { requiredKeys: ['name'] });
    fc.assert(
      fc.property(others, fc.uint8Array({ maxLength: 300 }), fc.boolean(), (json, bytes, first) => {
        const base64 = Buffer.from(bytes).toString('base64');
        const body = bodyOf(first ? { base64, ...json } : { ...json, base64 });
        expect(fileBody(body)).toEqual({ ...json, base64: bytes });
      }),
    );
  });

  test('is decoded in pieces', () => {
    const bytes = new Uint8Array(700_001).map((_, at) => at % 251);
    const base64 = Buffer.from(bytes).toString('base64');
    const read = fileBody(bodyOf({ name: 'a', base64 })) as { base64: Uint8Array };
    expect(Buffer.from(read.base64).equals(bytes)).toBe(true);
  });

  test.each([
    ['no file', '{"name":"a"}'],
    ['a file that is elsewhere', '{"from":{"name":"a","base64":"YWI="}}'],
    ['text that is no base64', '{"name":"a","base64":"YW I"}'],
    ['text of an odd length', '{"name":"a","base64":"YWI"}'],
    ['escapes', String.raw`{"name":"a","base64":"YWI\u003d"}`],
    ['an end in the midst of it', `{"name":"a","base64":"${'YWI='.repeat(200_000)}"}`],
    ['a body that was cut off', '{"name":"a","base64":"YWI='],
    ['no JSON around it', 'x"base64":"YWI="'],
    ['a list', '["base64","YWI="]'],
  ])('is left to others where it has %s', (_what, text) => {
    expect(fileBody(Buffer.from(text))).toBeUndefined();
  });
});
