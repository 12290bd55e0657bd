import type { SavedColumn } from '#shared/api/settings.ts';
import type { Sort } from '#shared/api/view.ts';

/** A column that can be shown or hidden. */
export interface ShownColumn {
  readonly id: string;
  readonly label: string;
  readonly shown: boolean;
}

/** What commands ask of the grid on screen. */
export interface GridControl {
  /** Gives the grid the keyboard, at the row that has the focus. */
  takeFocus(): void;
  /** Brings a row into sight and gives it the focus, at a field when one is named; `edit` opens its editor. */
  goTo(position: number, at?: { readonly field: string; readonly edit?: boolean }): void;
  /** Opens the editor of the focused cell, or of a named field in the focused row. */
  edit(field?: string): void;
  /** Selects the focused row or takes it out of the selection. */
  toggleFocused(): void;
  columns(): readonly ShownColumn[];
  showColumn(id: string, shown: boolean): void;
  /** The columns from left to right, as a saved view keeps them. */
  arrangement(): readonly SavedColumn[];
  /** Sorts by these columns, the first counting first; and puts the columns so, where that is said. */
  arrange(sort: Sort, columns: readonly SavedColumn[] | undefined): void;
  /** Width, order and visibility as they were at first. */
  resetColumns(): void;
}

let current: GridControl | undefined;

/** The grid says that it is there, or (with nothing) that it is gone. */
export function setGridControl(control: GridControl | undefined): void {
  current = control;
}

/** The grid on screen, if any. */
export function gridControl(): GridControl | undefined {
  return current;
}
