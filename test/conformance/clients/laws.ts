import fc from 'fast-check';
import { expect } from 'vitest';
import {
  cookieFileOf,
  verdictOf,
  type Client,
  type ClientOptions,
  type LoadedJar,
} from '#shared/clients/client.ts';
import { reasonText, type Reason } from '#shared/clients/reason.ts';
import { requestUrl } from '#shared/clients/request-url.ts';
import type { ByteString } from '#shared/cookie/byte-string.ts';
import { RULES } from '#shared/rules/registry.ts';
import { probe } from '../differential/odd-file.ts';
import type { Probe } from '../differential/program.ts';

const RULE_IDS = new Set(RULES.map(({ id }) => id));

/** Odd files, and no files at all: any bytes. */
export const anyFile: fc.Arbitrary<Probe> = fc.oneof(
  { weight: 4, arbitrary: probe },
  {
    weight: 1,
    arbitrary: fc.record({
      bytes: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
      urls: fc.constant(['http://example.com/', 'http://127.0.0.1/']),
    }),
  },
);

const filler = (at: number): string =>
  `${at % 9 === 0 ? '#HttpOnly_' : ''}.site${at % 40}.com\tTRUE\t/\tFALSE\t${at % 7 === 0 ? 0 : at % 11 === 0 ? 1 : 4_102_444_800}\tname${at}\tv\n`;

/** Odd lines strewn over more than a thousand ordinary ones. */
export const longFile: fc.Arbitrary<ByteString> = fc
  .tuple(
    fc.constantFrom('# Netscape HTTP Cookie File\n', '# HTTP Cookie File\n', '', '# mine\n'),
    fc.array(fc.tuple(probe, fc.nat({ max: 60 })), { minLength: 20, maxLength: 25 }),
  )
  .map(([header, parts]) => {
    let at = 0;
    const between = (count: number): string => Array.from({ length: count }, () => filler(at++)).join('');
    const text = parts.map(([{ bytes }, count]) => `${bytes}\n${between(40 + count)}`).join('');
    return `${header}${text}${between(400)}`;
  });

/** Every verdict of a jar, and its refusal. */
export function verdictsOf(jar: LoadedJar): unknown {
  const lines = Array.from(jar.outcomes, (_, line) => verdictOf(jar, line));
  return { refusal: jar.refusal, lines };
}

/** Clocks of all times, before 1970 and after 9999 too. */
export const anyClock = fc.constantFrom(1_795_323_480, 0, 1, -1, -1e12, 253_402_300_800, 1e15);

export function optionsOf(client: Client): fc.Arbitrary<ClientOptions> {
  const flags = (client.options ?? []).filter((option) => option !== 'encoding');
  return fc.subarray(flags).map((on) => Object.fromEntries(on.map((option) => [option, true])));
}

/** What must hold of every jar, whatever the client, the file and the clock. */
export function checkJar(client: Client, jar: LoadedJar, one: Probe): void {
  const file = cookieFileOf(one.bytes);
  expect(jar.outcomes.length).toBe(file.lineCount);
  const stored = new Set(jar.cookies.map(({ line }) => line));
  for (let line = 0; line < file.lineCount; line++) {
    const { outcome, reasons } = verdictOf(jar, line);
    const text = `${client.id} ${jar.version}, line ${line}, ${outcome}: ${reasons.map(({ code }) => code).join(' ')}`;
    if (outcome === 'kept') expect(reasons, text).toEqual([]);
    if (outcome === 'changed' || outcome === 'dropped') expect(reasons.length, text).toBeGreaterThan(0);
    // Scenario: wget2 1.99.1 keeps a cookie whose name and value it has overwritten; to people it is lost.
    const isLost = reasons.some(({ code }) => code === 'overwritten-by-drop');
    expect(stored.has(line), text).toBe(outcome === 'kept' || outcome === 'changed' || isLost);
    for (const reason of reasons) checkReason(reason);
  }
  if (jar.refusal === undefined) return;
  checkReason(jar.refusal.reason);
  expect(jar.cookies).toEqual([]);
  expect(client.write(jar)).toEqual([]);
}

function checkReason(reason: Reason): void {
  const text = reasonText(reason);
  expect(text).toMatch(/^[^A-Z\s].*[^.\s]$|^(?:Secure|HttpOnly|UTF)/s);
  expect(text).not.toMatch(/undefined|(?<!`)NaN|\[object/);
  if (reason.rule !== undefined) expect(RULE_IDS).toContain(reason.rule);
}

/** What must hold of every header. */
export function checkSent(client: Client, jar: LoadedJar, one: Probe, now: number): void {
  for (const address of one.urls) {
    const url = requestUrl(address);
    if ('refused' in url) throw new Error(address);
    const { header, sent, leftOut } = client.send(jar, { url, now });
    expect(header === undefined).toBe(sent.length === 0);
    const all = [...sent, ...leftOut.map(({ cookie }) => cookie)].toSorted((a, b) => a - b);
    expect(all).toEqual(jar.cookies.map((_, at) => at));
    for (const { reason } of leftOut) checkReason(reason);
    for (const at of sent) {
      const value: ByteString = jar.cookies[at]?.value ?? '';
      if (!/[\\"\x80-\xff]/.test(value)) expect(header).toContain(value);
    }
  }
}
