import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { ABSENT } from '#shared/document/change.ts';
import { Lines } from '#shared/document/lines.ts';
import { action, changeOf, Model } from './change-model.ts';

// Many runs each: on a busy machine they take longer than one test usually may.
vi.setConfig({ testTimeout: 60_000 });

test('an untouched document numbers its lines by their rows', () => {
  const lines = new Lines(3);
  expect({
    ids: [...lines.ids()],
    rows: [...lines.rows()],
    places: [lines.place(0), lines.place(2), lines.place(3)],
    untouched: lines.untouched,
  }).toEqual({ ids: [0, 1, 2], rows: [0, 1, 2], places: [1, 3, 0], untouched: true });
});

test('places, rows and ids agree after any edits', () => {
  fc.assert(
    fc.property(fc.nat(12), fc.array(action, { maxLength: 12 }), (base, actions) => {
      const model = new Model(base);
      for (const one of actions) model.apply(changeOf(model, one));
      const { lines } = model;
      const ids = [...lines.ids()];
      expect(lines.liveCount).toBe(ids.length);
      expect(ids.map((id) => lines.place(id))).toEqual(ids.map((_, at) => at + 1));
      expect(ids.map((id) => lines.idOf(lines.row(id)))).toEqual(ids);
      expect(ids.every((id) => lines.current(lines.row(id)))).toBe(true);
      const removed = Array.from({ length: lines.idCount }, (_, id) => id).filter((id) => !ids.includes(id));
      expect(removed.every((id) => lines.row(id) === ABSENT && lines.place(id) === 0)).toBe(true);
    }),
  );
});

test('a removed line comes back to its place among lines that were added meanwhile', () => {
  const lines = new Lines(3);
  lines.apply({ rows: { ids: Uint32Array.of(1), before: Uint32Array.of(1), after: Uint32Array.of(ABSENT) } });
  lines.apply({
    rows: { ids: Uint32Array.of(3, 4), before: Uint32Array.of(ABSENT, ABSENT), after: Uint32Array.of(3, 4) },
    inserted: { ids: Uint32Array.of(3, 4), anchors: Uint32Array.of(0, 2) },
  });
  lines.apply({ rows: { ids: Uint32Array.of(1), before: Uint32Array.of(ABSENT), after: Uint32Array.of(1) } });
  expect([...lines.ids()]).toEqual([0, 3, 1, 2, 4]);
});
