import type { ChosenClient } from '../../clients/registry.ts';
import type { Progress } from '../../table/progress.ts';
import type { FacetValue } from '../facets.ts';
import type { ClientWord } from '../query/query.ts';
import { quoteTerm, typedTerms } from '../query/query-terms.ts';
import type { View } from '../view.ts';

/** Lines counted between two slices. */
const SLICE = 16_384;

/** How many of the lines that a view shows each client drops, and how many it changes. */
export function* clientFacet(
  view: View,
  clients: readonly ChosenClient[],
): Generator<Progress, FacetValue[]> {
  const typed = typedTerms(view.text);
  const values: FacetValue[] = [];
  const ids = view.matchedIds();
  const { verdicts } = view.document;
  for (const chosen of clients) {
    const loaded = yield* verdicts.load(chosen);
    const counts = { dropped: 0, changed: 0 };
    for (let at = 0; at < ids.length; at++) {
      const { outcome } = verdicts.verdict(loaded, ids[at] ?? 0);
      if (outcome === 'dropped' || outcome === 'changed') counts[outcome]++;
      if (at % SLICE === SLICE - 1) yield { done: at, total: ids.length };
    }
    values.push(
      value(chosen, { word: 'dropped-by', verb: 'Dropped by', count: counts.dropped }, typed),
      value(chosen, { word: 'changed-by', verb: 'Changed by', count: counts.changed }, typed),
    );
  }
  return values.filter(({ count, active }) => count > 0 || active);
}

function value(
  { client, version }: ChosenClient,
  of: { readonly word: ClientWord; readonly verb: string; readonly count: number },
  typed: ReadonlySet<string>,
): FacetValue {
  const newest = client.versions.findLast(({ id }) => !id.endsWith('-dev'))?.id;
  const name = version === newest ? client.id : `${client.id} ${version}`;
  const term = `${of.word}:${quoteTerm(name)}`;
  const label = `${of.verb} ${version === newest ? client.title : `${client.title} ${version}`}`;
  return { term, label, count: of.count, active: typed.has(term.toLowerCase()) };
}
