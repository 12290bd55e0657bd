/** Stands for a value: nothing that is said of a file may hold it. */
export const SECRET = 'c4naryBadInput01';

/** A file that is bad in one way, and what must come of it. */
export interface BadText {
  /** Its place in the catalogue. */
  readonly number: number;
  readonly what: string;
  /** One character a byte. */
  readonly text: string;
  /** How many cookies are shown; none when absent. */
  readonly entries?: number;
  /** How many lines are kept as they are because they are not understood. */
  readonly unparsed?: number;
  /** Rules that must find something; others may, too. */
  readonly finds?: readonly string[];
  /** The code of the refusal: then nothing is opened. */
  readonly refused?: string;
}
