import { useApp } from '../../state/app-store.ts';
import { messages } from '../../ui/messages.ts';
import { FacetSection } from './facet-section.tsx';
import { SiteFacet } from './site-facet.tsx';
import './facets.css';

/** The filter's other face: what there is, counted; a click writes into the query line. */
export function Facets({ document, width }: { readonly document: string; readonly width: number }) {
  const facets = useApp(({ views }) => views[document]?.facets);
  const clients = useApp(({ views }) => views[document]?.clients?.facet);
  const labels = messages.facets;
  return (
    <nav className="panel facets" style={{ width }} aria-label={labels.label}>
      <SiteFacet document={document} sites={facets?.sites} />
      <FacetSection document={document} title={labels.problems} values={facets?.problems} first={8} />
      {clients !== undefined && clients.length > 0 && (
        <FacetSection document={document} title={labels.clients} values={clients} />
      )}
      <FacetSection document={document} title={labels.expiry} values={facets?.expiry} exclusive />
      <FacetSection document={document} title={labels.flags} values={facets?.flags} />
      <FacetSection document={document} title={labels.purposes} values={facets?.purposes} exclusive />
    </nav>
  );
}
