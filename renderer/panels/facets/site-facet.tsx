import { Search } from 'lucide-react';
import type { Facets } from '#shared/api/view.ts';
import { useApp } from '../../state/app-store.ts';
import { searchSites } from '../../state/view-actions.ts';
import { messages } from '../../ui/messages.ts';
import { FacetFold } from './facet-section.tsx';
import { SiteTree } from './site-tree.tsx';

const MORE_SITES = 100;
/** With fewer sites there is nothing to search. */
const SEARCHED = 8;

interface SiteFacetProps {
  readonly document: string;
  /** Absent until they are counted. */
  readonly sites: Facets['sites'] | undefined;
}

/** The sites with their hosts, those with most cookies first, with a field to find one among many. */
export function SiteFacet({ document, sites: { values, more } = { values: [], more: 0 } }: SiteFacetProps) {
  const siteSearch = useApp(({ views }) => views[document]?.siteSearch ?? '');
  const siteLimit = useApp(({ views }) => views[document]?.siteLimit ?? 0);
  const counted = useApp(({ views }) => views[document]?.facets !== undefined);
  const labels = messages.facets;
  return (
    <FacetFold title={labels.sites}>
      {(values.length + more > SEARCHED || siteSearch !== '') && (
        <label className="facet-search">
          <Search size={12} aria-hidden />
          <input
            value={siteSearch}
            placeholder={labels.findSite}
            aria-label={labels.findSite}
            spellCheck={false}
            onChange={(event) => searchSites(document, { siteSearch: event.target.value })}
          />
        </label>
      )}
      {values.length > 0 && <SiteTree document={document} sites={values} />}
      {values.length === 0 && counted && <p className="facet-none">{labels.none}</p>}
      {more > 0 && (
        <button
          type="button"
          className="facet-more"
          onClick={() => searchSites(document, { siteLimit: siteLimit + MORE_SITES })}
        >
          {labels.more(more)}
        </button>
      )}
    </FacetFold>
  );
}
