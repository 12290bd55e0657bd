import { Download, ListFilter, type LucideIcon, Plus, Redo2, Save, Undo2 } from 'lucide-react';
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

/** A command as a picture of it. Each looks at the state by itself: a key in the filter draws none of them anew. */
function CommandIcon({ id, Icon }: { readonly id: 'edit.undo' | 'edit.redo'; readonly Icon: LucideIcon }) {
  const label = useApp((state) => labelOf(state, id));
  const keys = useApp(() => keysOf(id));
  const enabled = useApp((state) => isEnabled(state, id));
  return (
    <IconButton label={label} keys={keys} disabled={!enabled} onClick={() => runCommand(id)}>
      <Icon size={15} />
    </IconButton>
  );
}

function FacetsToggle() {
  const label = useApp((state) => labelOf(state, 'view.facets'));
  const keys = useApp(() => keysOf('view.facets'));
  const facets = useApp((state) => state.layout.facets);
  return (
    <IconButton label={label} keys={keys} aria-pressed={facets} onClick={() => runCommand('view.facets')}>
      <ListFilter size={15} />
    </IconButton>
  );
}

interface CommandButtonProps {
  readonly id: 'edit.add' | 'file.export';
  readonly Icon: LucideIcon;
  readonly children: string;
}

function CommandButton({ id, Icon, children }: CommandButtonProps) {
  const enabled = useApp((state) => isEnabled(state, id));
  return (
    <Button icon={<Icon size={14} />} disabled={!enabled} onClick={() => runCommand(id)}>
      {children}
    </Button>
  );
}

function SaveButton() {
  const label = useApp((state) => labelOf(state, 'file.save'));
  const keys = useApp(() => keysOf('file.save'));
  const enabled = useApp((state) => isEnabled(state, 'file.save'));
  return (
    <Tip text={label} keys={keys}>
      <Button
        look={enabled ? 'primary' : 'plain'}
        icon={<Save size={14} />}
        disabled={!enabled}
        onClick={() => runCommand('file.save')}
      >
        {messages.save}
      </Button>
    </Tip>
  );
}

/** The query line, and the few commands that are always at hand. */
export function QueryBar({ document }: { readonly document: string }) {
  const reading = useApp(({ views }) => views[document] === undefined);
  return (
    <div className="query-bar" role="toolbar" aria-label={messages.query.label}>
      <FacetsToggle />
      {reading ? <ReadingLine document={document} /> : <QueryLine document={document} />}
      {!reading && <ViewsMenu document={document} />}
      <ColumnChooser />
      <span className="query-divider" />
      <CommandIcon id="edit.undo" Icon={Undo2} />
      <CommandIcon id="edit.redo" Icon={Redo2} />
      <span className="query-divider" />
      <CommandButton id="edit.add" Icon={Plus}>
        {messages.labels.add}
      </CommandButton>
      <CommandButton id="file.export" Icon={Download}>
        {messages.exporting.title}
      </CommandButton>
      <SaveButton />
    </div>
  );
}
