import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { clientById } from '#shared/clients/registry.ts';
import { askOf } from './clients/adapter.ts';
import { adapterOf, compare } from './clients/adapters.ts';
import { EXCEPTIONS } from './clients/exceptions.ts';
import { casesFolder, recordedCases, type RecordedCase } from './clients/recorded-cases.ts';

const cases = recordedCases();
const names = [...new Set(cases.flatMap(({ records }) => Object.keys(records)))].toSorted();
const modelled = names.filter((name) => clientById(adapterOf(name).adapter.clientId) !== undefined);

interface Tally {
  total: number;
  agree: number;
  readonly excepted: string[];
  readonly disagree: string[];
}

type Side = 'jar' | 'sent';

/** Why a disagreement is known; undefined where it is not. */
function exceptionFor(client: string, id: string, side: Side): string | undefined {
  return EXCEPTIONS.find(
    ({ client: of, cases: ids, what }) =>
      of === client && ids.includes(id) && (what === side || what === 'both'),
  )?.why;
}

function tallyOf(name: string, side: Side): Tally {
  const tally: Tally = { total: 0, agree: 0, excepted: [], disagree: [] };
  for (const one of cases) {
    const [recorded, predicted] = sides(name, one) ?? [];
    if (recorded === undefined || recorded[side] === undefined) continue;
    tally.total++;
    const agrees = isDeepStrictEqual(recorded[side], predicted?.[side]);
    const isExcepted = exceptionFor(name, one.id, side) !== undefined;
    if (agrees) tally.agree++;
    if (agrees === isExcepted) tally.disagree.push(`${one.id}${agrees ? ' (agrees after all)' : ''}`);
    else if (isExcepted) tally.excepted.push(one.id);
  }
  return tally;
}

function sides(name: string, one: RecordedCase) {
  const record = one.records[name];
  const { adapter, version } = adapterOf(name);
  const client = clientById(adapter.clientId);
  if (record === undefined || client === undefined) return undefined;
  return compare(record, adapter, askOf(client, version, one));
}

/** Shows both sides of a disagreement, for whoever works on a model: `CRUMBS_SHOW="curl 8.21.0"`. */
function show(name: string, side: Side, ids: readonly string[]): void {
  if (process.env['CRUMBS_SHOW'] !== name) return;
  for (const one of cases.filter(({ id }) => ids.includes(id))) {
    const [recorded, predicted] = sides(name, one) ?? [];
    const text = JSON.stringify({ recorded: recorded?.[side], predicted: predicted?.[side] }, null, 1);
    process.stdout.write(`${name} ${one.id} (${one.note}), ${side}: ${text}\n`);
  }
}

describe(`what ${cases.length} recorded files became`, () => {
  const rows: string[] = [];

  test.each(modelled)('is what the model of %s says', (name) => {
    const jar = tallyOf(name, 'jar');
    const sent = tallyOf(name, 'sent');
    show(name, 'jar', jar.disagree);
    show(name, 'sent', sent.disagree);
    const figure = ({ agree, total, excepted }: Tally): string =>
      total === 0 ? '-' : `${agree}/${total}${excepted.length > 0 ? ` (${excepted.length} excepted)` : ''}`;
    rows.push(`${name.padEnd(20)} jar ${figure(jar).padEnd(24)} sent ${figure(sent)}`);
    if (rows.length === modelled.length) process.stdout.write(`${rows.join('\n')}\n`);
    expect({ jar: jar.disagree, sent: sent.disagree }).toEqual({ jar: [], sent: [] });
  });

  test('has a model for every recorded program', () => {
    const missing = names.filter((name) => !modelled.includes(name));
    if (missing.length > 0) process.stdout.write(`not run: no model of ${missing.join(', ')}\n`);
    expect(missing).toEqual([]);
  });

  test('is known to the harness: a planted disagreement is told', () => {
    const [first] = modelled;
    if (first === undefined) return;
    const one = cases.find(({ records }) => records[first] !== undefined);
    if (one === undefined) throw new Error(`no case of ${first} in ${casesFolder}`);
    const planted = { ...one, bytes: `${one.bytes}.example.org\tTRUE\t/\tFALSE\t2147483647\tplanted\t1\n` };
    const [recorded, predicted] = sides(first, planted) ?? [];
    expect(predicted?.jar).not.toEqual(recorded?.jar);
  });
});
