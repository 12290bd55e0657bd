import type { Progress } from '../../table/progress.ts';
import type { CookieDocument } from '../cookie-document.ts';
import type { EditOutcome } from './edit-outcome.ts';

/** What is said of protected lines that an edit of many left alone; nothing where there is none. */
export function sparedText(spared: number): string {
  return spared === 0 ? '' : ` (${spared.toLocaleString('en')} protected stay)`;
}

/** The lines of an edit without those that are protected. A line that alone was chosen is meant, whatever its mark says. */
export function withoutProtected(
  { protection }: CookieDocument,
  ids: Uint32Array,
): { readonly ids: Uint32Array; readonly spared: number } {
  if (ids.length < 2 || protection.size === 0) return { ids, spared: 0 };
  const left = ids.filter((id) => !protection.has(id));
  return { ids: left, spared: ids.length - left.length };
}

/** Runs an edit that finds its lines itself and leaves protected ones alone, and says how many those were. */
export function* sparingProtected<Outcome extends EditOutcome>(
  document: CookieDocument,
  work: Generator<Progress, Outcome>,
): Generator<Progress, Outcome> {
  const { result, spared } = yield* document.protection.during(work);
  if (result.refused !== undefined || spared === 0) return result;
  return { ...result, label: result.label + sparedText(spared) };
}
