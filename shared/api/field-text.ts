import type { EditableField } from './common.ts';

/** What people call the fields of an entry; `extras` are what a merge keeps together, SameSite above all. */
export const FIELD_TITLES: Readonly<Record<EditableField | 'extras', string>> = {
  name: 'Name',
  value: 'Value',
  domain: 'Domain',
  hostOnly: 'This host only',
  path: 'Path',
  secureOnly: 'Secure',
  httpOnly: 'HttpOnly',
  expires: 'Expires',
  sameSite: 'SameSite',
  extras: 'SameSite',
};

/** A field that differs, or something else in words of its own; a value that may not be shown is the same mask on both sides. */
interface Difference {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** "Secure: no → yes". */
export function differenceText({ field, before, after }: Difference): string {
  const titles: Readonly<Record<string, string>> = FIELD_TITLES;
  const title = Object.hasOwn(titles, field) ? titles[field] : field;
  if (before === after) return `${title} changed`;
  return `${title}: ${before === '' ? 'empty' : before} → ${after === '' ? 'empty' : after}`;
}
