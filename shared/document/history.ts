import type { EpochSeconds } from '../cookie/cookie.ts';
import { compose, invert, isNothing, NO_CHANGE } from './change.ts';
import type { Change } from './change.ts';
import type { Transaction, UserEvent } from './transaction.ts';

/** A step that was taken. `version` is the state that it led to. */
export interface HistoryStep {
  readonly version: number;
  readonly label: string;
  readonly event: UserEvent;
  readonly time: EpochSeconds;
}

interface Step extends HistoryStep {
  readonly change: Change;
}

/**
 * Every step since the document was opened, without limit, and where in them the document stands and was saved.
 * A version names a state: undoing a step gives the earlier state's version back, a new step gets a new one.
 */
export class History {
  #steps: Step[] = [];
  /** How many steps are done; the rest can be redone. */
  #done = 0;
  #last = 0;
  /** What leads from the saved state to the state `#anchor`, a version that is among the steps or the first. */
  #fromSaved: Change = NO_CHANGE;
  #anchor = 0;
  /** What leads from the saved state to the present one. */
  #folded: Change = NO_CHANGE;

  /** The version of the state the document is in; 0 as it was opened. */
  get version(): number {
    return this.#steps[this.#done - 1]?.version ?? 0;
  }

  /** The version that is on disk; absent when what is on disk is no state of this history. */
  get savedVersion(): number | undefined {
    return isNothing(this.#fromSaved) ? this.#anchor : undefined;
  }

  /** True when the document differs from what is on disk; undoing back to what was saved is clean. */
  get dirty(): boolean {
    return this.version !== this.savedVersion && !isNothing(this.#folded);
  }

  get undoLabel(): string | undefined {
    return this.#steps[this.#done - 1]?.label;
  }

  get redoLabel(): string | undefined {
    return this.#steps[this.#done]?.label;
  }

  /** All steps, the ones that can be redone included. */
  steps(): readonly HistoryStep[] {
    return this.#steps;
  }

  /** Records a step that was taken; what could be redone is forgotten. */
  push(transaction: Transaction): void {
    this.forgetRedo();
    this.#last++;
    const { label, event, time, change } = transaction;
    this.#steps.push({ version: this.#last, label, event, time, change });
    this.#done++;
    this.#fold(change);
  }

  /** Steps back; gives the change to make for it, or nothing at the start. */
  undo(): Change | undefined {
    const step = this.#steps[this.#done - 1];
    if (step === undefined) return undefined;
    this.#done--;
    const change = invert(step.change);
    this.#fold(change);
    return change;
  }

  /** Steps forward again; gives the change to make for it, or nothing when there is none. */
  redo(): Change | undefined {
    const step = this.#steps[this.#done];
    if (step === undefined) return undefined;
    this.#done++;
    this.#fold(step.change);
    return step.change;
  }

  /** Makes one step, with a label of its own, of all that were taken since `version`. */
  squash(version: number, label: string, event: UserEvent): void {
    const from = this.#indexOf(version);
    const last = this.#steps[this.#done - 1];
    if (from < 0 || last === undefined || this.#done - from < 1) return;
    this.forgetRedo();
    const anchorAt = this.#indexOf(this.#anchor);
    if (anchorAt > from && anchorAt < this.#done) this.#moveAnchor(from);
    const change = this.#between(from, this.#done);
    this.#steps.splice(from, this.#done - from, {
      version: last.version,
      label,
      event,
      time: last.time,
      change,
    });
    this.#done = this.#steps.length;
  }

  /** Says that the state of this version is what is on disk now. A version that was forgotten is ignored. */
  markSaved(version: number): void {
    const at = this.#indexOf(version);
    if (at < 0) return;
    this.#fromSaved = NO_CHANGE;
    this.#anchor = version;
    this.#folded = this.#between(at, this.#done);
  }

  /** Says that what is on disk is the present state without `sinceSaved`. */
  markSavedBefore(sinceSaved: Change): void {
    this.#fromSaved = sinceSaved;
    this.#anchor = this.version;
    this.#folded = sinceSaved;
  }

  /** The one change that leads from what is on disk to the present state. */
  sinceSaved(): Change {
    return this.#folded;
  }

  #fold(change: Change): void {
    this.#folded = this.version === this.#anchor ? this.#fromSaved : compose(this.#folded, change);
  }

  /** Forgets what could be redone; when that is where the saved state is known from, it is known from here instead. */
  forgetRedo(): void {
    if (this.#indexOf(this.#anchor) > this.#done) this.#moveAnchor(this.#done);
    this.#steps.length = this.#done;
  }

  #moveAnchor(index: number): void {
    this.#fromSaved = compose(this.#fromSaved, this.#between(this.#indexOf(this.#anchor), index));
    this.#anchor = this.#steps[index - 1]?.version ?? 0;
  }

  /** How many steps lead to the state of this version; -1 when it is not among them. */
  #indexOf(version: number): number {
    if (version === 0) return 0;
    const at = this.#steps.findIndex((step) => step.version === version);
    return at < 0 ? -1 : at + 1;
  }

  #between(from: number, to: number): Change {
    if (from > to) return invert(this.#between(to, from));
    let all = NO_CHANGE;
    for (const step of this.#steps.slice(from, to)) all = compose(all, step.change);
    return all;
  }
}
