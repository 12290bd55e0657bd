import { activeView } from './app-store.ts';
import type { AppState } from './app-store.ts';

/** What a step of the tour looks at to see whether the person has done it. */
export interface TourSight {
  readonly document: string;
  readonly position: number;
  readonly problems: number;
  readonly changes: number;
  readonly redo: boolean;
  readonly filtered: boolean;
  readonly sawChanges: boolean;
}

/** The steps, in their order; the words for each are in `tour-messages.ts`. */
export const TOUR_STEPS = ['look', 'fix', 'undo', 'filter', 'fixAll', 'changes', 'end'] as const;
export type TourStep = (typeof TOUR_STEPS)[number];

/** Whether a step was done, by what is to be seen now and what was when it began. The last one ends with the tour. */
const DONE: Readonly<Record<TourStep, (now: TourSight, then: TourSight) => boolean>> = {
  look: (now, then) => now.position !== then.position,
  fix: (now, then) => now.problems < then.problems && now.changes > then.changes,
  undo: (now) => now.redo,
  filter: (now) => now.filtered,
  fixAll: (now, then) => now.changes > then.changes + 1,
  changes: (now) => now.sawChanges,
  end: () => false,
};

/** Where somebody is in the tour. `done`: the step that was just done, until the next one is shown. */
export interface Tour {
  readonly step: TourStep;
  readonly then: TourSight;
  readonly done: boolean;
}

/** What is to be seen of the tour's concerns; nothing while no document with lines is there. */
export function sightOf(state: AppState): TourSight | undefined {
  const view = activeView(state);
  const document = state.documents.find(({ id }) => id === state.active);
  if (view?.focus === undefined || document === undefined) return undefined;
  const { error, warning, info, hint } = document.findings;
  return {
    document: document.id,
    position: view.focus.position,
    problems: error + warning + info + hint,
    changes: document.changes,
    redo: document.redo !== undefined,
    filtered: view.settled && view.query.trim() !== '' && view.info.matches < view.info.total,
    sawChanges: state.layout.bottom && state.layout.bottomTab === 'changes',
  };
}

/** The tour after what has happened: the same object where nothing of it was its concern. */
export function tourAfter(tour: Tour, sight: TourSight | undefined): Tour {
  if (sight === undefined || tour.done) return tour;
  // A person who goes to another document looks at that one: the step begins anew there.
  if (sight.document !== tour.then.document) return { ...tour, then: sight };
  return DONE[tour.step](sight, tour.then) ? { ...tour, done: true } : tour;
}
