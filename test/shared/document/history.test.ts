import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { invert } from '#shared/document/change.ts';
import { History } from '#shared/document/history.ts';
import { action, changeOf, Model } from './change-model.ts';

// Many runs each: on a busy machine they take longer than one test usually may.
vi.setConfig({ testTimeout: 60_000 });

const step = fc.oneof(
  action.map((edit) => ({ do: 'edit' as const, edit })),
  fc.constantFrom(
    { do: 'undo' as const },
    { do: 'redo' as const },
    { do: 'save' as const },
    { do: 'squash' as const },
  ),
);

test('what changed since the save leads from the saved state to the present one, whatever was done', () => {
  fc.assert(
    fc.property(fc.nat(8), fc.array(step, { maxLength: 25 }), (base, steps) => {
      const model = new Model(base);
      const history = new History();
      let saved = model.seen();
      let mark = 0;
      for (const one of steps) {
        if (one.do === 'edit') {
          const change = changeOf(model, one.edit);
          history.push({ label: 'Edit', event: 'edit.cell', time: 0, change });
          model.apply(change);
        } else if (one.do === 'save') {
          history.markSaved(history.version);
          saved = model.seen();
        } else if (one.do === 'squash') {
          history.squash(mark, 'Several', 'fix.rule');
          mark = history.version;
        } else {
          const change = one.do === 'undo' ? history.undo() : history.redo();
          if (change !== undefined) model.apply(change);
        }
        const present = model.seen();
        const back = invert(history.sinceSaved());
        model.apply(back);
        expect(model.seen()).toEqual(saved);
        model.apply(invert(back));
        expect(model.seen()).toEqual(present);
        if (!history.dirty) expect(present).toEqual(saved);
      }
    }),
    { numRuns: 300 },
  );
});

test('undoing back to what was saved is clean, and redoing is not', () => {
  const model = new Model(4);
  const history = new History();
  const edit = (): void => {
    const change = changeOf(model, { kind: 'edit', at: [1] });
    history.push({ label: 'Edit', event: 'edit.cell', time: 0, change });
    model.apply(change);
  };
  edit();
  history.markSaved(history.version);
  edit();
  const states = [history.dirty];
  history.undo();
  states.push(history.dirty);
  history.undo();
  states.push(history.dirty);
  history.redo();
  states.push(history.dirty);
  expect(states).toEqual([true, false, true, false]);
});

test('a save that ends while somebody edits counts for the version it wrote', () => {
  const model = new Model(4);
  const history = new History();
  const written = history.version;
  history.push({
    label: 'Edit',
    event: 'edit.cell',
    time: 0,
    change: changeOf(model, { kind: 'edit', at: [2] }),
  });
  history.markSaved(written);
  expect([history.dirty, history.sinceSaved().rows.ids.length]).toEqual([true, 1]);
});

test('a saved state that can no longer be reached by undo or redo is still known', () => {
  const model = new Model(4);
  const history = new History();
  const edit = (at: number): void => {
    const change = changeOf(model, { kind: 'edit', at: [at] });
    history.push({ label: 'Edit', event: 'edit.cell', time: 0, change });
    model.apply(change);
  };
  edit(0);
  history.markSaved(history.version);
  const change = history.undo();
  if (change !== undefined) model.apply(change);
  edit(1);
  expect([history.savedVersion, history.dirty, [...history.sinceSaved().rows.ids]]).toEqual([
    undefined,
    true,
    [0, 1],
  ]);
});
