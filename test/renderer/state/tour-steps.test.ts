import { expect, test } from 'vitest';
import { TOUR_STEPS, tourAfter } from '../../../renderer/state/tour-steps.ts';
import type { TourSight, TourStep } from '../../../renderer/state/tour-steps.ts';

const then: TourSight = {
  document: 'd1',
  position: 0,
  problems: 60,
  changes: 0,
  redo: false,
  filtered: false,
  sawChanges: false,
};

const done: Readonly<Record<TourStep, Partial<TourSight> | undefined>> = {
  look: { position: 4 },
  fix: { problems: 59, changes: 1 },
  undo: { redo: true },
  filter: { filtered: true },
  fixAll: { changes: 9 },
  changes: { sawChanges: true },
  end: undefined,
};

test.each(TOUR_STEPS)('the step “%s” notices when it is done, and nothing else', (step) => {
  const tour = { step, then, done: false };
  expect(tourAfter(tour, then)).toBe(tour);
  for (const [other, sight] of Object.entries(done)) {
    if (sight === undefined) continue;
    const noticed = tourAfter(tour, { ...then, ...sight }).done;
    if (other === step) expect(noticed).toBe(true);
    // Mending one line is no mending of all, and the other way round a fix of all is a fix.
    else if (!(step === 'fix' && other === 'fixAll'))
      expect([step, other, noticed]).toEqual([step, other, false]);
  }
});

test('in another document the step begins anew, and one that is done stays so', () => {
  const tour = { step: 'look' as const, then, done: false };
  const elsewhere = { ...then, document: 'd2', position: 7 };
  expect(tourAfter(tour, elsewhere)).toEqual({ ...tour, then: elsewhere });
  const after = { ...tour, done: true };
  expect(tourAfter(after, elsewhere)).toBe(after);
  expect(tourAfter(tour, undefined)).toBe(tour);
});
