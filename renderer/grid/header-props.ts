/** What the grid hands to every header and cell of ours. */
export interface GridContext {
  readonly document: string;
}

export interface CustomHeaderProps {
  readonly context: GridContext;
}
