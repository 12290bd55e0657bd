/** What a person does to a selection; positions are those of the view, both included. */
export type SelectionChange =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  | { readonly kind: 'invert' }
  | { readonly kind: 'only'; readonly ids: readonly number[] }
  | { readonly kind: 'toggle'; readonly ids: readonly number[] }
  | { readonly kind: 'range'; readonly from: number; readonly to: number; readonly keep: boolean };
