import { Search } from 'lucide-react';
import type { FacetValue } from './facet-section.tsx';
import { useApp } from '../state/app-store.ts';
import { searchSites } from '../state/view-actions.ts';
import { messages } from '../ui/messages.ts';
import { FacetSection } from './facet-section.tsx';
import './facets.css';

const MORE_SITES = 200;

/** The filter's other face: what there is, counted; a click writes into the query line. */
export function Facets({ document, width }: { readonly document: string; readonly width: number }) {
  const facets = useApp(({ views }) => views[document]?.facets);
  const siteSearch = useApp(({ views }) => views[document]?.siteSearch ?? '');
  const siteLimit = useApp(({ views }) => views[document]?.siteLimit ?? 0);
  const labels = messages.facets;
  const sites: readonly FacetValue[] = facets?.sites.values ?? [];
  const more = facets?.sites.more ?? 0;
  return (
    <nav className="panel facets" style={{ width }} aria-label={labels.label}>
      <FacetSection
        document={document}
        title={labels.problems}
        values={facets?.problems ?? []}
        exclusive={false}
      />
      <FacetSection document={document} title={labels.expiry} values={facets?.expiry ?? []} exclusive />
      <FacetSection document={document} title={labels.flags} values={facets?.flags ?? []} exclusive={false} />
      <FacetSection
        document={document}
        title={labels.sites}
        values={sites}
        exclusive
        before={
          (sites.length > 8 || siteSearch !== '') && (
            <label className="facet-search">
              <Search size={12} aria-hidden />
              <input
                value={siteSearch}
                placeholder={labels.findSite}
                aria-label={labels.findSite}
                spellCheck={false}
                onChange={(event) => searchSites(document, { siteSearch: event.target.value, siteLimit })}
              />
            </label>
          )
        }
        after={
          more > 0 && (
            <button
              type="button"
              className="facet-more"
              onClick={() => searchSites(document, { siteSearch, siteLimit: siteLimit + MORE_SITES })}
            >
              {labels.more(more)}
            </button>
          )
        }
      />
    </nav>
  );
}
