import { useApp } from '../state/app-store.ts';
import { addEntry } from '../state/edit-actions.ts';
import { writeQuery } from '../state/view-actions.ts';
import { Button } from '../ui/button.tsx';
import { messages } from '../ui/messages.ts';

/** What stands in the grid when it has no rows: why, and the way out. */
export function EmptyGrid({ document }: { readonly document: string }) {
  const filtered = useApp(({ views }) => views[document]?.query.trim() !== '');
  const { grid } = messages;
  return (
    <div className="grid-empty">
      <h2>{filtered ? grid.nothingTitle : grid.noRowsTitle}</h2>
      <p className="muted">{filtered ? grid.nothingText : grid.noRowsText}</p>
      {filtered ? (
        <Button onClick={() => writeQuery(document, '', 0)}>{messages.query.clear}</Button>
      ) : (
        <Button onClick={() => void addEntry()}>{messages.labels.add}</Button>
      )}
    </div>
  );
}
