import { Download, ListFilter, Plus, Redo2, Save, Undo2 } from 'lucide-react';
import { useApp } from '../../state/app-store.ts';
import { isEnabled, keysOf, labelOf, runCommand } from '../../state/commands.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { messages } from '../../ui/messages.ts';
import { Tip } from '../../ui/tip.tsx';
import { ColumnChooser } from '../workbench/column-chooser.tsx';
import { ViewsMenu } from '../saved-views/views-menu.tsx';
import { QueryLine } from './query-line.tsx';
import { ReadingLine } from '../bars/reading-line.tsx';
import './query-bar.css';

const steps = [
  { id: 'edit.undo', Icon: Undo2 },
  { id: 'edit.redo', Icon: Redo2 },
] as const;

/** The query line, and the few commands that are always at hand. */
export function QueryBar({ document }: { readonly document: string }) {
  const facets = useApp((state) => state.layout.facets);
  const state = useApp((all) => all);
  const reading = state.views[document] === undefined;
  const canSave = isEnabled(state, 'file.save');
  return (
    <div className="query-bar" role="toolbar" aria-label={messages.query.label}>
      <IconButton
        label={labelOf(state, 'view.facets')}
        keys={keysOf('view.facets')}
        aria-pressed={facets}
        onClick={() => runCommand('view.facets')}
      >
        <ListFilter size={15} />
      </IconButton>
      {reading ? <ReadingLine document={document} /> : <QueryLine document={document} />}
      {!reading && <ViewsMenu document={document} />}
      <ColumnChooser />
      <span className="query-divider" />
      {steps.map(({ id, Icon }) => (
        <IconButton
          key={id}
          label={labelOf(state, id)}
          keys={keysOf(id)}
          disabled={!isEnabled(state, id)}
          onClick={() => runCommand(id)}
        >
          <Icon size={15} />
        </IconButton>
      ))}
      <span className="query-divider" />
      <Button
        icon={<Plus size={14} />}
        disabled={!isEnabled(state, 'edit.add')}
        onClick={() => runCommand('edit.add')}
      >
        {messages.labels.add}
      </Button>
      <Button
        icon={<Download size={14} />}
        disabled={!isEnabled(state, 'file.export')}
        onClick={() => runCommand('file.export')}
      >
        {messages.exporting.title}
      </Button>
      <Tip text={labelOf(state, 'file.save')} keys={keysOf('file.save')}>
        <Button
          look={canSave ? 'primary' : 'plain'}
          icon={<Save size={14} />}
          disabled={!canSave}
          onClick={() => runCommand('file.save')}
        >
          {messages.save}
        </Button>
      </Tip>
    </div>
  );
}
