import type { Progress } from '../table/progress.ts';
import { OUTCOMES, type CookieFile, type Outcome } from './client.ts';
import { lineByLine } from './line-by-line.ts';
import { reason, type Reason } from './reason.ts';

/** Verdicts while they are found: what a model fills in as it reads. A later word on a line outweighs an earlier one. */
export interface VerdictSheet {
  readonly outcomes: Uint8Array;
  readonly reasons: Map<number, readonly Reason[]>;
  keep(line: number): void;
  /** Several calls for one line gather their reasons. */
  change(line: number, why: Reason): void;
  /** Takes the reasons of an earlier change away, for they are moot. */
  drop(line: number, why: Reason): void;
  ignore(line: number, why: Reason): void;
}

const CODE = Object.fromEntries(OUTCOMES.map((outcome, code) => [outcome, code])) as Record<Outcome, number>;
/** Why entries of a refused file that are sound themselves are not loaded. */
export const FILE_REFUSED: readonly Reason[] = [reason('file-refused')];

/** One array for each reason, so that a hundred thousand lines with one constant reason share it. */
const arrays = new WeakMap<Reason, readonly Reason[]>();

function alone(why: Reason): readonly Reason[] {
  const known = arrays.get(why);
  if (known !== undefined) return known;
  const made = [why];
  arrays.set(why, made);
  return made;
}

/** A sheet on which every line is `ignored`. */
export function verdictSheet({ lineCount }: CookieFile): VerdictSheet {
  const outcomes = new Uint8Array(lineCount);
  const reasons = new Map<number, readonly Reason[]>();
  const set = (line: number, outcome: Outcome, why: Reason): void => {
    outcomes[line] = CODE[outcome];
    reasons.set(line, alone(why));
  };
  return {
    outcomes,
    reasons,
    keep(line) {
      outcomes[line] = CODE.kept;
      if (reasons.size > 0) reasons.delete(line);
    },
    change(line, why) {
      const before = outcomes[line] === CODE.changed ? reasons.get(line) : undefined;
      if (before === undefined) set(line, 'changed', why);
      else reasons.set(line, [...before, why]);
    },
    drop: (line, why) => set(line, 'dropped', why),
    ignore: (line, why) => set(line, 'ignored', why),
  };
}

/** The sheet of a refused file: what was or would have been an entry is dropped, comments and blank lines stay ignored. */
export function refuseAll(sheet: VerdictSheet, file: CookieFile): Generator<Progress, void> {
  return lineByLine(file.lineCount, (line) => {
    const isEntry =
      sheet.outcomes[line] !== CODE.ignored || !/^\s*(?:#(?!HttpOnly_)|$)/.test(file.line(line));
    if (!isEntry || (sheet.outcomes[line] === CODE.dropped && sheet.reasons.has(line))) return;
    sheet.outcomes[line] = CODE.dropped;
    sheet.reasons.set(line, FILE_REFUSED);
  });
}
