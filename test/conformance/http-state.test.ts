import { describe, expect, test } from 'vitest';
import { parseCookieDate } from '#shared/cookie/parse-cookie-date.ts';
import { chromiumDate } from '#shared/clients/chromium-date.ts';
import { chromium } from '#shared/clients/chromium.ts';
import { firefoxDate } from '#shared/clients/firefox-date.ts';
import { firefox } from '#shared/clients/firefox.ts';
import { DATE_DIFFERENCES, PARSER_DIFFERENCES } from './browsers/http-state-differences.ts';
import { dateVectors, hasVectors, parserVectors } from './browsers/http-state.ts';
import { predict, standard } from './browsers/model.ts';

/** Before the dates of the vectors that mean to lie ahead. */
const NOW = Date.UTC(2026, 10, 22) / 1000;

const here = hasVectors('the http-state vectors');
const vectors = here ? parserVectors() : [];
const dates = here ? dateVectors() : [];

describe.skipIf(!here)('the http-state parser vectors', () => {
  test.each([
    { who: 'standard', model: standard },
    { who: 'chromium', model: chromium },
    { who: 'firefox', model: firefox },
  ] as const)('pass, or are listed with what is sent instead: $who', ({ who, model }) => {
    const listed = new Map(PARSER_DIFFERENCES.map((difference) => [difference.test, difference[who]]));
    const sent = vectors.map(({ name, exchanges }) => [name, predict(model, exchanges, () => NOW).at(-1)]);
    const wanted = vectors.map(({ name, expected }) => [name, listed.get(name) ?? expected]);
    expect(sent).toEqual(wanted);
    const passing = vectors.filter(({ name, expected }) => (listed.get(name) ?? expected) === expected);
    process.stdout.write(
      `http-state: ${passing.length} of ${vectors.length} parser vectors pass in the model of ${model.title}, ` +
        `the others are listed\n`,
    );
  });

  test('are all there, and nothing is listed that passes everywhere', () => {
    expect(vectors.length).toBeGreaterThan(200);
    const idle = PARSER_DIFFERENCES.filter((difference) => {
      const vector = vectors.find(({ name }) => name === difference.test);
      const { standard: one, chromium: two, firefox: three } = difference;
      return vector === undefined || [one, two, three].every((sent) => sent === vector.expected);
    });
    expect(idle).toEqual([]);
  });
});

describe.skipIf(!here)('the http-state dates', () => {
  test('are read as they say by the standard', () => {
    expect(dates.length).toBeGreaterThan(60);
    expect(dates.map(({ text }) => [text, parseCookieDate(text)])).toEqual(
      dates.map(({ text, expected }) => [text, expected]),
    );
  });

  test.each([
    { who: 'chromium', read: chromiumDate },
    { who: 'firefox', read: firefoxDate },
  ] as const)('are read so by $who, or are listed with what it reads', ({ who, read }) => {
    const listed = new Map(
      DATE_DIFFERENCES.filter((difference) => who in difference).map(({ at, ...seconds }) => [
        at,
        seconds[who],
      ]),
    );
    expect(dates.map(({ text }) => [text, read(text)])).toEqual(
      dates.map(({ text, expected }, at) => [text, listed.has(at) ? listed.get(at) : expected]),
    );
  });
});
