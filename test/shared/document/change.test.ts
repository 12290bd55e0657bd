import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { compose, invert, isNothing } from '#shared/document/change.ts';
import type { Change } from '#shared/document/change.ts';
import { action, changeOf, Model } from './change-model.ts';
import type { Action, Seen } from './change-model.ts';

// Many runs each: on a busy machine they take longer than one test usually may.
vi.setConfig({ testTimeout: 60_000 });

/** Makes every action on a model and gives the changes and what was seen before, between and after. */
function run(model: Model, actions: readonly Action[]): { changes: Change[]; states: Seen[] } {
  const states = [model.seen()];
  const changes = actions.map((one) => {
    const change = changeOf(model, one);
    model.apply(change);
    states.push(model.seen());
    return change;
  });
  return { changes, states };
}

const start = fc.nat(12);
const actions = fc.array(action, { maxLength: 12 });

test('a change taken back leaves everything as it was', () => {
  fc.assert(
    fc.property(start, actions, action, (base, earlier, last) => {
      const model = new Model(base);
      run(model, earlier);
      const before = model.seen();
      const change = changeOf(model, last);
      model.apply(change);
      model.apply(invert(change));
      expect(model.seen()).toEqual(before);
    }),
  );
});

test('n changes and n undos are the start, and n redos the end again', () => {
  fc.assert(
    fc.property(start, actions, (base, all) => {
      const model = new Model(base);
      const { changes, states } = run(model, all);
      const back = changes.toReversed().map((change) => {
        model.apply(invert(change));
        return model.seen();
      });
      expect(back).toEqual(states.slice(0, -1).toReversed());
      const forth = changes.map((change) => {
        model.apply(change);
        return model.seen();
      });
      expect(forth).toEqual(states.slice(1));
    }),
  );
});

test('a composed change does what its parts do, on a document that never saw them', () => {
  fc.assert(
    fc.property(start, actions, (base, all) => {
      const model = new Model(base);
      const { changes, states } = run(model, all);
      const [first, ...rest] = changes;
      if (first === undefined) return;
      const whole = rest.reduce(compose, first);
      const fresh = new Model(base);
      fresh.apply(whole);
      expect(fresh.seen()).toEqual(states.at(-1));
      fresh.apply(invert(whole));
      expect(fresh.seen()).toEqual(states[0]);
    }),
  );
});

test('composing is associative', () => {
  fc.assert(
    fc.property(start, fc.tuple(action, action, action), (base, all) => {
      const [first, second, third] = run(new Model(base), all).changes;
      if (first === undefined || second === undefined || third === undefined) return;
      const results = [compose(compose(first, second), third), compose(first, compose(second, third))].map(
        (whole) => {
          const model = new Model(base);
          model.apply(whole);
          return { seen: model.seen(), rows: whole.rows, properties: whole.properties };
        },
      );
      expect(results[0]).toEqual(results[1]);
    }),
  );
});

test('a change and its inverse compose to nothing', () => {
  fc.assert(
    fc.property(start, action, (base, one) => {
      const model = new Model(base);
      const change = changeOf(model, one);
      expect(isNothing(compose(change, invert(change)))).toBe(true);
    }),
  );
});

test('a change for another state is refused', () => {
  const model = new Model(3);
  const change = changeOf(model, { kind: 'remove', at: [1] });
  model.apply(change);
  expect(() => model.apply(change)).toThrow('not made for');
});
