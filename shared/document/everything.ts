import type { Progress } from '../table/progress.ts';
import type { CookieDocument } from './cookie-document.ts';
import { View } from './view.ts';

/** Kept, because every key of a query that is typed asks for it. */
const views = new WeakMap<CookieDocument, View>();

/** A view of all that there is in a document, as it is now. */
export function* everything(document: CookieDocument): Generator<Progress, View> {
  const known = views.get(document);
  const view = known ?? new View(document);
  if (view.stale) yield* view.refresh();
  views.set(document, view);
  return view;
}
