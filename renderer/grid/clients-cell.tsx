import type { CustomCellRendererProps } from 'ag-grid-react';
import { memo, useEffect } from 'react';
import type { Row } from '#shared/api/view.ts';
import { useApp } from '../state/app-store.ts';
import { wantOutcomes } from '../state/verdict-actions.ts';
import { OutcomeIcon } from '../ui/outcome-icon.tsx';

/** What each of the person's clients does with the line, one mark each, always in the same order. */
export const ClientsCell = memo(function ClientsCell({ data, context }: CustomCellRendererProps<Row>) {
  const { document } = context as { readonly document: string };
  const id = data !== undefined && (data.kind === 'entry' || data.kind === 'unparsed') ? data.id : undefined;
  const stamp = useApp(({ views }) => views[document]?.clients?.stamp);
  const files = useApp(({ views }) => views[document]?.clients?.files);
  const outcomes = useApp(({ views }) =>
    id === undefined ? undefined : views[document]?.clients?.outcomes.get(id),
  );
  useEffect(() => {
    if (id !== undefined && stamp !== undefined) wantOutcomes(document, id);
  }, [document, id, stamp]);
  if (files === undefined || outcomes === undefined) return null;
  return (
    <span className="cell-clients">
      {files.map(({ client, title, version }, at) => {
        const outcome = outcomes[at];
        return outcome === undefined ? null : (
          <OutcomeIcon key={`${client} ${version}`} outcome={outcome} client={title} />
        );
      })}
    </span>
  );
});
