import { Search } from 'lucide-react';
import { useApp } from '../state/app-store.ts';
import { searchSites } from '../state/view-actions.ts';
import { messages } from '../ui/messages.ts';
import { FacetSection } from './facet-section.tsx';
import type { FacetValue } from './facet-section.tsx';

const MORE_SITES = 100;
/** With fewer sites there is nothing to search. */
const SEARCHED = 8;

interface SiteFacetProps {
  readonly document: string;
  readonly sites: readonly FacetValue[];
  /** How many sites are not among them. */
  readonly more: number;
}

/** The sites, those with most cookies first, with a field to find one among many. */
export function SiteFacet({ document, sites, more }: SiteFacetProps) {
  const siteSearch = useApp(({ views }) => views[document]?.siteSearch ?? '');
  const siteLimit = useApp(({ views }) => views[document]?.siteLimit ?? 0);
  const labels = messages.facets;
  const searchable = sites.length + more > SEARCHED || siteSearch !== '';
  const search = searchable && (
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
  );
  const further = more > 0 && (
    <button
      type="button"
      className="facet-more"
      onClick={() => searchSites(document, { siteSearch, siteLimit: siteLimit + MORE_SITES })}
    >
      {labels.more(more)}
    </button>
  );
  return (
    <FacetSection
      document={document}
      title={labels.sites}
      values={sites}
      exclusive
      before={search}
      after={further}
    />
  );
}
