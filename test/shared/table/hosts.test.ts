import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteStrings } from '../../../main/files/byte-strings.ts';
import { bytesOf } from '#shared/cookie/byte-string.ts';
import { hostParts } from '#shared/cookie/public-suffix.ts';
import { ByteInterner, hashBytes } from '#shared/table/byte-interner.ts';
import { oddHostFacts } from '#shared/table/host-facts.ts';
import { HostTable } from '#shared/table/host-table.ts';
import { HostTrait } from '#shared/table/hosts.ts';

function tableOf(hosts: readonly string[]): HostTable {
  const table = new HostTable(byteStrings);
  for (const host of hosts) {
    const bytes = bytesOf(host);
    table.intern(bytes, 0, bytes.length, hashBytes(bytes, 0, bytes.length));
  }
  return table;
}

function namesOf(traits: number): string[] {
  return Object.entries(HostTrait).flatMap(([name, bit]) => ((traits & bit) === 0 ? [] : [name]));
}

describe('what is known of a host', () => {
  it.each([
    ['www.example.com', [], 'example.com'],
    ['a.b.example.co.uk', [], 'example.co.uk'],
    ['co.uk', ['publicSuffix'], 'co.uk'],
    ['com', ['singleLabel', 'publicSuffix'], 'com'],
    ['github.io', ['publicSuffix'], 'github.io'],
    ['a.github.io', [], 'a.github.io'],
    ['b.a.github.io', [], 'a.github.io'],
    ['localhost', ['singleLabel', 'unknownSuffix'], 'localhost'],
    ['printer.intranet', ['unknownSuffix'], 'printer.intranet'],
    ['', ['empty'], ''],
    ['WWW.Example.com', ['upperCase'], 'example.com'],
    ['www.example.com.', ['trailingDot'], 'example.com'],
    ['.example.com', ['manyLeadingDots'], 'example.com'],
    ['a..example.com', ['badLabel'], 'example.com'],
    [`${'x'.repeat(64)}.com`, ['badLabel'], `${'x'.repeat(64)}.com`],
    ['127.0.0.1', ['ipAddress'], '127.0.0.1'],
    ['127.0.0.1:8080', ['port', 'ipAddress'], '127.0.0.1'],
    ['::1', ['ipAddress'], '::1'],
    ['[::1]', ['ipAddress', 'bracketed'], '[::1]'],
    ['[::1]:80', ['port', 'ipAddress', 'bracketed'], '[::1]'],
    ['example.com:8080', ['port'], 'example.com'],
    ['exa mple.com', ['oddCharacter'], 'exa mple.com'],
    ['xn--bcher-kva.de', ['punycode'], 'xn--bcher-kva.de'],
    ['www.xn--bcher-kva.de', ['punycode'], 'xn--bcher-kva.de'],
    ['b\xc3\xbccher.de', ['notAscii', 'punycode'], 'xn--bcher-kva.de'],
    ['under_score.example.com', [], 'example.com'],
  ] as const)('%s', (host, traits, site) => {
    const table = tableOf([host]);
    expect([namesOf(table.traits(0)), table.siteText(table.site(0))]).toEqual([traits, site]);
  });

  it('numbers equal canonical hosts alike, whether a row has them or not', () => {
    const table = tableOf(['Example.com', 'EXAMPLE.COM', 'example.com.', 'other.com']);
    const canonical = [0, 1, 2, 3].map((host) => table.canonicalText(table.canonical(host)));
    expect(canonical).toEqual(['example.com', 'example.com', 'example.com.', 'other.com']);
    expect(table.canonical(0)).toBe(table.canonical(1));
    expect(table.canonical(table.canonical(0))).toBe(table.canonical(0));
    expect([table.site(0) === table.site(2), table.siteCount]).toEqual([true, 2]);
  });

  it('agrees with the closer look on ordinary hosts, and with the public suffix list', () => {
    const label = fc.constantFrom(
      'a',
      'www',
      'example',
      'co',
      'uk',
      'com',
      'github',
      'io',
      'x-1',
      'kawasaki',
      'xn--bcher-kva',
      'jp',
      'intranet',
      '1',
    );
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 5 }), (labels) => {
        const host = labels.join('.');
        const table = tableOf([host]);
        const facts = oddHostFacts(host);
        expect([table.traits(0), table.siteText(table.site(0)), table.canonical(0)]).toEqual([
          facts.traits,
          facts.site,
          0,
        ]);
        if ((facts.traits & HostTrait.ipAddress) !== 0) return;
        const parts = hostParts(host);
        expect(table.siteText(table.site(0))).toBe(parts.registrableDomain ?? host);
        expect((table.traits(0) & HostTrait.publicSuffix) !== 0).toBe(parts.isPublicSuffix);
        expect((table.traits(0) & HostTrait.unknownSuffix) !== 0).toBe(!parts.suffixIsListed);
      }),
      { numRuns: 500 },
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.nat(255).map((byte) => String.fromCharCode(byte)), maxLength: 20 })),
        (hosts) => {
          const table = tableOf([...new Set(hosts)]);
          for (let host = 0; host < table.count; host++) table.traits(host);
          expect(table.count).toBeGreaterThanOrEqual(new Set(hosts).size);
        },
      ),
    );
  });
});

describe('numbering texts', () => {
  it('gives equal texts equal numbers, in the order in which they came', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 }), { maxLength: 300 }),
        (texts) => {
          const interner = new ByteInterner(byteStrings);
          const order = [...new Set(texts)];
          const numbers = texts.map((text) =>
            interner.intern(bytesOf(text), 0, text.length, hashBytes(bytesOf(text), 0, text.length)),
          );
          expect(numbers).toEqual(texts.map((text) => order.indexOf(text)));
          expect(interner.count).toBe(order.length);
        },
      ),
    );
  });

  it('holds out against texts that all have one hash', () => {
    const interner = new ByteInterner(byteStrings);
    const texts = Array.from({ length: 3000 }, (_, at) => `host${at}`);
    const numbersOf = (): number[] => texts.map((text) => interner.intern(bytesOf(text), 0, text.length, 42));
    expect(numbersOf()).toEqual(texts.map((_, at) => at));
    expect(numbersOf()).toEqual(texts.map((_, at) => at));
  });
});
