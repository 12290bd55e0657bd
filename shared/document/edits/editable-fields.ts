/** The columns a person can change. */
export const EDITABLE_FIELDS = [
  'name',
  'value',
  'domain',
  'hostOnly',
  'path',
  'secureOnly',
  'httpOnly',
  'expires',
  'sameSite',
] as const;
export type EditableField = (typeof EDITABLE_FIELDS)[number];
