import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cookieFileOf } from '#shared/clients/client.ts';
import { chooseClient, CLIENTS } from '#shared/clients/registry.ts';
import { compareVersions } from '#shared/clients/version.ts';
import { anyClock, anyFile, checkJar, checkSent, longFile, optionsOf, verdictsOf } from './clients/laws.ts';

describe.each(CLIENTS.map((client) => ({ id: client.id, client })))('the model of $id', ({ client }) => {
  const versions = client.versions.map(({ id }) => id);

  test('lists its versions oldest first, and has the one of Debian 12', () => {
    expect(versions.toSorted(compareVersions)).toEqual(versions);
    expect(client.versions.filter(({ debian12 }) => debian12)).toHaveLength(1);
  });

  test('gives every line a verdict and every cookie a place, on any bytes and by any clock', () => {
    const ask = fc.tuple(anyFile, fc.constantFrom(...versions, '0', '99999'), anyClock, optionsOf(client));
    fc.assert(
      fc.property(ask, ([one, version, now, options]) => {
        const jar = client.load(cookieFileOf(one.bytes), { version, now, options });
        checkJar(client, jar, one);
        checkSent(client, jar, one, now);
      }),
      { numRuns: 1000 },
    );
  });

  test('makes of a long file at a glance what it makes of it line by line', () => {
    const ask = fc.tuple(longFile, fc.constantFrom(...versions), optionsOf(client));
    fc.assert(
      fc.property(ask, ([bytes, version, options]) => {
        const { lineCount, line, memory } = cookieFileOf(bytes);
        const context = { version, now: 1_795_323_480, options };
        const quick = client.load({ lineCount, line, ...(memory && { memory }) }, context);
        const slow = client.load({ lineCount, line }, context);
        expect(verdictsOf(quick)).toEqual(verdictsOf(slow));
        expect(quick.cookies).toEqual(slow.cookies);
      }),
      { numRuns: 40 },
    );
  });

  test('tells of no line that it has a file refused but of those that alone do so', () => {
    const ask = fc.tuple(anyFile, fc.constantFrom(...versions));
    fc.assert(
      fc.property(ask, ([one, version]) => {
        const file = cookieFileOf(one.bytes);
        const context = { version, now: 1_795_323_480 };
        const { stops, refusal } = client.load(file, context);
        if (stops === undefined || refusal?.reason.rule === 'header-missing') return;
        const alone = Array.from({ length: file.lineCount }, (_, line) => {
          const text = `# Netscape HTTP Cookie File\n${file.line(line)}`;
          return client.load(cookieFileOf(text), context).refusal?.reason;
        });
        // Of bytes that are no text the client says nothing line by line.
        const told = [...stops].filter(([line]) => !alone[line]?.code.startsWith('not-'));
        const expected = alone.flatMap((why, line) =>
          why === undefined || why.code.startsWith('not-') ? [] : [[line, why]],
        );
        expect(told.toSorted(([one], [other]) => one - other)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test('takes no cookie value into its reasons', () => {
    const ask = fc.tuple(anyFile, fc.constantFrom(...versions));
    const secret = 'S3CRET-value';
    fc.assert(
      fc.property(ask, ([one, version]) => {
        const bytes = one.bytes.replace(/(?<=\t)[^\t\n\r\0]{0,9}(?=[\t\r\n])/g, (field) =>
          /^(?:TRUE|FALSE|\d+|\/\S*)$/.test(field) ? field : secret,
        );
        const jar = client.load(cookieFileOf(bytes), { version, now: 1_795_323_480 });
        expect(JSON.stringify([...jar.reasons.values(), jar.refusal])).not.toContain(secret);
      }),
      { numRuns: 200 },
    );
  });
});

describe('naming a client', () => {
  test.each([
    ['curl', 'curl 8.21.0'],
    ['CURL debian12', 'curl 7.88.1'],
    ['curl  8.9.1', 'curl 8.9.1'],
    ['curl 8.22-dev', 'curl 8.22-dev'],
  ])('"%s" chooses %s', (text, expected) => {
    const chosen = chooseClient(text);
    if ('refused' in chosen) throw new Error(chosen.refused);
    expect(`${chosen.client.id} ${chosen.version}`).toBe(expected);
  });

  test.each([
    ['', 'client-unknown'],
    ['netscape 4', 'client-unknown'],
    ['curl eight', 'version-unknown'],
    ['curl 8.1 8.2', 'version-unknown'],
  ])('"%s" is refused: %s', (text, refused) => {
    expect(chooseClient(text)).toEqual({ refused });
  });
});
