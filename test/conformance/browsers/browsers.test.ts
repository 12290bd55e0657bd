import { beforeAll, describe, expect, test } from 'vitest';
import { browserOf } from '#shared/clients/browser-of.ts';
import type { Browser as Model } from '#shared/clients/browser.ts';
import { chromium } from '#shared/clients/chromium.ts';
import { firefox } from '#shared/clients/firefox.ts';
import { ODD_DATES, dateScenarios } from './dates.ts';
import { EXCEPTIONS } from './exceptions.ts';
import { FOUNDING_TABLES } from './founding-tables.ts';
import { FOUNDING_TOPICS } from './founding-topics.ts';
import { dateVectors, hasVectors, parserVectors } from './http-state.ts';
import { LIFETIMES_URL, lifetimes } from './lifetimes.ts';
import { predict, standard } from './model.ts';
import { ODD_HEADERS, SAME_SITE } from './odd-headers.ts';
import { randomDates, randomScenarios } from './random-scenarios.ts';
import { hasChromium, startChromium } from './real-chromium.ts';
import { hasFirefox, startFirefox } from './real-firefox.ts';
import type { Exchange, Scenario } from './scenario.ts';
import { type Walk, walk } from './walk.ts';

const SEED = Number(process.env['CRUMBS_SEED'] ?? Math.floor(Math.random() * 0x7fffffff));

interface Group {
  readonly name: string;
  readonly scenarios: readonly Scenario[];
}

const LIFETIMES = lifetimes(80, SEED);

const vectors: readonly Group[] = hasVectors('what browsers do with the http-state vectors')
  ? [
      { name: 'the http-state parser vectors', scenarios: parserVectors() },
      { name: 'the http-state dates', scenarios: dateScenarios(dateVectors().map(({ text }) => text)) },
    ]
  : [];

const GROUPS: readonly Group[] = [
  ...[...FOUNDING_TABLES, ...FOUNDING_TOPICS].map(({ table, scenarios }) => ({ name: table, scenarios })),
  { name: 'odd headers', scenarios: ODD_HEADERS },
  { name: 'requests of other pages', scenarios: SAME_SITE },
  { name: 'odd dates', scenarios: dateScenarios(ODD_DATES) },
  { name: 'lifetimes', scenarios: [LIFETIMES.scenario] },
  ...vectors,
  {
    name: `random headers and dates (seed ${SEED})`,
    scenarios: [...randomScenarios(25, SEED), ...randomDates(100, SEED)],
  },
];
const ALL = GROUPS.flatMap(({ scenarios }) => scenarios);

const REAL = [
  { id: 'chromium', model: chromium, here: hasChromium, start: startChromium },
  { id: 'firefox', model: firefox, here: hasFirefox, start: startFirefox },
];

/** One walk a browser, all of them at once. */
const walks = new Map<string, Promise<Walk>>();
beforeAll(() => {
  for (const { id, here, start } of REAL) {
    if (!here) continue;
    const walking = walk(ALL, start, LIFETIMES_URL);
    walking.catch(() => undefined);
    walks.set(id, walking);
  }
});

/** A request in which the browser and the model differ. */
interface Disagreement {
  readonly scenario: string;
  readonly request: number;
  readonly url: string;
  readonly predicted: string | undefined;
  /** Absent where the browser never made the request. */
  readonly sent: string | undefined;
}

function disagreements(
  model: Model,
  scenarios: readonly Scenario[],
  { walked }: Walk,
): readonly Disagreement[] {
  const at = (exchange: Exchange): number => walked.get(exchange)?.at ?? 0;
  return scenarios.flatMap(({ name, exchanges }) => {
    const predicted = predict(model, exchanges, at);
    return exchanges.flatMap((exchange, request): readonly Disagreement[] => {
      const sent = walked.get(exchange)?.cookie;
      if (sent === predicted[request]) return [];
      return [{ scenario: name, request, url: exchange.url, predicted: predicted[request], sent }];
    });
  });
}

describe.each(REAL)('the real $id', ({ id, model, here }) => {
  if (!here) {
    process.stdout.write(
      `not run: what the real ${model.title} does with cookies, for it is not installed\n`,
    );
  }
  const exceptions = EXCEPTIONS.filter(({ browser }) => browser === id).map(({ scenario }) => scenario);
  let taken: Walk | undefined;
  beforeAll(async () => {
    taken = await walks.get(id);
  });
  const done = (): Walk => {
    if (taken === undefined) throw new Error('the browser did not walk');
    return taken;
  };

  test.skipIf(!here).each(GROUPS)('sends what the model says: $name', ({ scenarios }) => {
    const unexpected = disagreements(model, scenarios, done()).filter(
      ({ scenario }) => !exceptions.includes(scenario),
    );
    expect(unexpected).toEqual([]);
  });

  test.skipIf(!here)('keeps cookies as long as the model says, to the second', () => {
    const { walked, ends } = done();
    const predicted = LIFETIMES.predict(model, (exchange) => walked.get(exchange)?.at ?? 0);
    const names = [...new Set([...predicted.keys(), ...ends.keys()])];
    expect(names.length).toBeGreaterThan(20);
    // What is counted from now on has been counted a moment earlier or later.
    const differing = names.filter((name) => {
      return !(Math.abs((predicted.get(name) ?? NaN) - (ends.get(name) ?? NaN)) < 3);
    });
    expect(differing.map((name) => [LIFETIMES.endOf(name), predicted.get(name), ends.get(name)])).toEqual([]);
  });

  test.skipIf(!here || vectors.length === 0)('has no exception that is none', () => {
    const differing = disagreements(model, ALL, done()).map(({ scenario }) => scenario);
    expect(exceptions.filter((name) => !differing.includes(name))).toEqual([]);
  });

  test.skipIf(!here)('does otherwise than the standard alone in every way that is written down', () => {
    const { version, walked, seconds } = done();
    const count = ALL.flatMap(({ exchanges }) => exchanges).length;
    const agreed = (other: Model): number => count - disagreements(other, ALL, done()).length;
    expect(walked.size).toBe(count);
    expect(agreed(model)).toBeGreaterThan(agreed(standard));
    process.stdout.write(
      `${version}: ${agreed(model)} of ${count} requests as the model says (${agreed(standard)} as RFC 6265bis ` +
        `alone does), ${exceptions.length} listed; ${seconds.toFixed(0)} s\n`,
    );
    const idle = model.differences.filter(({ id: left }) => {
      const without = browserWithout(model, left);
      return !ALL.some((scenario) => {
        return (
          disagreements(without, [scenario], done()).length > disagreements(model, [scenario], done()).length
        );
      });
    });
    expect(idle.map(({ id: left }) => left)).toEqual([]);
  });
});

/** The model without one of its differences. */
function browserWithout(model: Model, id: string): Model {
  return browserOf({ ...model, differences: model.differences.filter((one) => one.id !== id) });
}
