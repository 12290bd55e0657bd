import { AppError } from '#shared/api/app-error.ts';
import type { Clock } from '#shared/api/clock.ts';
import { errorText } from '#shared/api/error-text.ts';
import { expiryMessages } from '../ui/expiry-messages.ts';
import { showDates } from '../ui/times.ts';
import { appStore } from './app-store.ts';
import { call } from './engine.ts';
import { announce, attempt } from './notices.ts';

/** Shows when the cookies of a document end, and what can be done about it. */
export function showExpiry(document: string): void {
  appStore.setState({ dialog: { kind: 'expiry', document } });
}

/** Takes in the moment by which the engine judges. */
export function takeClock({ now, asOf }: Pick<Clock, 'now' | 'asOf'>): void {
  appStore.setState({ now, asOf });
}

/** Judges as of a moment that a person typed; what is wrong with the text, if anything. */
export async function judgeAsOf(text: string): Promise<string | undefined> {
  try {
    const clock = await call('clock.move', { text });
    takeClock(clock);
    announce(expiryMessages.asOf(showDates(clock.now)?.utc ?? ''));
    return undefined;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return errorText(error.code, error.data).happened;
  }
}

/** Judges as of now again. */
export async function backToNow(): Promise<void> {
  const clock = await attempt(() => call('clock.move', {}));
  if (clock === undefined) return;
  takeClock(clock);
  announce(expiryMessages.nowAgain);
}
