/** What an edit did. It is one step already, and judged. */
export interface EditDone {
  readonly refused?: undefined;
  /** What to say of it: "Delete 14 cookies". */
  readonly label: string;
  /** How many lines it changed, added or removed; 0 when there was nothing to do and no step was made. */
  readonly changed: number;
  /** Lines that are new. */
  readonly added: readonly number[];
}

/** Why an edit was not made, in one plain sentence. Never a value. */
export interface EditRefused {
  readonly refused: string;
}

export type EditOutcome = EditDone | EditRefused;
