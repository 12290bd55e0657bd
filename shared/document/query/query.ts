/** A place in the text of a query where it is wrong; `[from, to)` counts UTF-16 code units. */
export interface QueryError {
  readonly message: string;
  readonly from: number;
  readonly to: number;
}
