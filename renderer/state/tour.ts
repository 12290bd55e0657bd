import { tourMessages } from '../ui/tour-messages.ts';
import { appStore } from './app-store.ts';
import type { AppState } from './app-store.ts';
import { openSample } from './document-actions.ts';
import { announce } from './notices.ts';
import { changePreferences } from './preferences.ts';
import { sightOf, TOUR_STEPS, tourAfter } from './tour-steps.ts';
import type { Tour } from './tour-steps.ts';

/** Milliseconds for which a step says that it is done. */
const SHOWN_DONE = 900;
let stop: (() => void) | undefined;

/** Opens the sample and begins the tour. */
export async function startTour(): Promise<void> {
  stop?.();
  await openSample();
  if (appStore.getState().active === undefined) return;
  const unsubscribe = appStore.subscribe(follow);
  stop = unsubscribe;
  follow(appStore.getState());
}

/** Goes to the next step, whether this one was done or not. */
export function nextStep(): void {
  const { tour } = appStore.getState();
  const sight = sightOf(appStore.getState());
  if (tour === undefined || sight === undefined) return;
  const step = TOUR_STEPS[TOUR_STEPS.indexOf(tour.step) + 1];
  if (step === undefined) {
    endTour();
    return;
  }
  appStore.setState({ tour: { step, then: sight, done: false } });
  announce(tourMessages.steps[step].title);
}

/** Takes the card away; the Help menu brings the tour back. */
export function endTour(): void {
  stop?.();
  stop = undefined;
  const { tour: _ended, ...rest } = appStore.getState();
  appStore.setState(rest, true);
  void changePreferences({ toured: true });
}

function follow(state: AppState): void {
  const sight = sightOf(state);
  const { tour } = state;
  if (tour === undefined) {
    if (sight !== undefined) appStore.setState({ tour: { step: TOUR_STEPS[0], then: sight, done: false } });
    return;
  }
  const after = tourAfter(tour, sight);
  if (after === tour) return;
  appStore.setState({ tour: after });
  if (after.done) setTimeout(() => goOn(after), SHOWN_DONE);
}

function goOn(done: Tour): void {
  if (appStore.getState().tour === done) nextStep();
}
