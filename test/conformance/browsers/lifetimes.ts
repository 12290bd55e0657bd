import type { Browser as Model } from '#shared/clients/browser.ts';
import { predictJar } from './model.ts';
import type { Exchange, Scenario } from './scenario.ts';
import { randomDateTexts } from './random-scenarios.ts';
import { on } from './scenario-of.ts';

/** The page whose cookies are looked at. */
export const LIFETIMES_URL = 'http://lifetimes.com/';

const AHEAD = new Date(Date.now() + 200 * 86_400_000);
const two = (number: number): string => String(number).padStart(2, '0');
const YEAR = String(AHEAD.getUTCFullYear());
const MONTH = AHEAD.toUTCString().slice(8, 11);
const DAY = `17 ${MONTH} ${YEAR}`;

/** Ends within 400 days, and beyond: how each is read shows in the very second. */
const ENDS: readonly string[] = [
  ...['1000', '34559999', '34560000', '34560001', '99999999999999999999', '000100'].map(
    (seconds) => `Max-Age=${seconds}`,
  ),
  'Expires=Sat, 01 Jan 2101 08:00:00 GMT',
  'Expires=Fri, 31 Dec 9999 23:59:59 GMT',
  ...[
    '',
    ' GMT',
    ' UTC',
    ' UT',
    ' PST',
    ' PDT',
    ' MST',
    ' MDT',
    ' CST',
    ' CDT',
    ' EST',
    ' EDT',
    ' AST',
    ' NST',
    ' WET',
    ' BST',
    ' MET',
    ' EET',
    ' JST',
    ' CET',
    ' +0100',
    ' -0330',
    ' +5',
    ' -12',
    ' +010',
    ' GMT+0200',
    ' GMT -0200',
    ' PST+0100',
    '+0100 -0500',
    ' (EST)',
    'Z',
    ' am',
    ' PM',
  ].map((zone) => `Expires=${DAY} 08:09:10${zone}`),
  ...[
    '12:01:02 am',
    '12:01:02 pm',
    '1:2:3 pm',
    '13:00:00 pm',
    '8:9',
    '23:59:59',
    '8:9 GMT',
    '8:9/',
    '8:9:',
    '8:9: x',
    '8:9(x)',
    '8:9x',
    '8:9am',
    '8:9 pm',
    '8:9:1',
    '8:9,',
    '8:9:1pm',
    '0:0:0 pm',
    '12:0:0',
  ].map((time) => `Expires=${DAY} ${time}`),
  ...[
    `${two(AHEAD.getUTCMonth() + 1)}/17/${YEAR} 08:09:10`,
    `17/${two(AHEAD.getUTCMonth() + 1)}/${YEAR} 08:09:10`,
    `${YEAR.slice(2)}/12/30 08:09:10`,
    `17-${two(AHEAD.getUTCMonth() + 1)}-${YEAR.slice(2)} 08:09:10`,
    `31 Feb ${Number(YEAR)} 08:09:10`,
    `17 ${MONTH} ${YEAR} 25:61:61`,
    `00 ${MONTH} ${YEAR} 08:09:10`,
    `17 ${MONTH} ${YEAR.slice(2)} 08:09:10`,
    `${YEAR} ${MONTH} 17 08:09:10`,
  ].map((date) => `Expires=${date}`),
];

/** A page with a cookie for each end, and then one for each of some random dates of this year or the next. */
export interface Lifetimes {
  readonly scenario: Scenario;
  /** The attribute that gave the cookie of this name its end. */
  endOf(name: string): string | undefined;
  /** When the model has each cookie end, in seconds since 1970, by name; without session cookies. */
  predict(model: Model, at: (exchange: Exchange) => number): ReadonlyMap<string, number>;
}

export function lifetimes(randomCount: number, seed: number): Lifetimes {
  const random = randomDateTexts(randomCount, seed).map((text) => `Expires=${text.replaceAll('2101', YEAR)}`);
  const ends = [...ENDS, ...random];
  const exchanges = [
    on(
      LIFETIMES_URL,
      ends.map((end, at) => `n${at}=1; ${end}`),
    ),
    on(LIFETIMES_URL),
  ];
  return {
    scenario: { name: 'lifetimes', exchanges },
    endOf: (name) => ends[Number(name.slice(1))],
    predict: (model, at) =>
      new Map(
        predictJar(model, exchanges, at).flatMap(({ name, expiryTime }) =>
          expiryTime === undefined ? [] : [[name, expiryTime] as const],
        ),
      ),
  };
}
