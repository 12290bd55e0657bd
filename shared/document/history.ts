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
  #folded: Change | undefined = NO_CHANGE;

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
    return this.version !== this.savedVersion && !isNothing(this.sinceSaved());
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
    const anchorAt = this.#indexOf(this.#anchor);
    if (anchorAt > this.#done) this.#anchorAt(this.#done);
    this.#steps.length = this.#done;
    this.#last++;
    const { label, event, time, change } = transaction;
    this.#steps.push({ version: this.#last, label, event, time, change });
    this.#done++;
    this.#folded = undefined;
  }

  /** Steps back; gives the change to make for it, or nothing at the start. */
  undo(): Change | undefined {
    const step = this.#steps[this.#done - 1];
    if (step === undefined) return undefined;
    this.#done--;
    this.#folded = undefined;
    return invert(step.change);
  }

  /** Steps forward again; gives the change to make for it, or nothing when there is none. */
  redo(): Change | undefined {
    const step = this.#steps[this.#done];
    if (step === undefined) return undefined;
    this.#done++;
    this.#folded = undefined;
    return step.change;
  }

  /** Says that the state of this version is what is on disk now. A version that was forgotten is ignored. */
  markSaved(version: number): void {
    if (this.#indexOf(version) < 0) return;
    this.#fromSaved = NO_CHANGE;
    this.#anchor = version;
    this.#folded = undefined;
  }

  /** Says that what is on disk is the present state without `sinceSaved`. */
  markSavedBefore(sinceSaved: Change): void {
    this.#fromSaved = sinceSaved;
    this.#anchor = this.version;
    this.#folded = undefined;
  }

  /** The one change that leads from what is on disk to the present state. */
  sinceSaved(): Change {
    this.#folded ??= compose(this.#fromSaved, this.#between(this.#indexOf(this.#anchor), this.#done));
    return this.#folded;
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

  #anchorAt(index: number): void {
    this.#fromSaved = compose(this.#fromSaved, this.#between(this.#indexOf(this.#anchor), index));
    this.#anchor = this.#steps[index - 1]?.version ?? 0;
  }
}
