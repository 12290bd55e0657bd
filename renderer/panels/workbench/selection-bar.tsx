import { Clock3, Copy, CopyPlus, Download, ListChecks, Trash2, X } from 'lucide-react';
import { useApp } from '../../state/app-store.ts';
import { keysOf, runCommand } from '../../state/commands.ts';
import { selectAndReload } from '../../state/view-actions.ts';
import { bulkMessages } from '../../ui/bulk-messages.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { messages } from '../../ui/messages.ts';
import { Tip } from '../../ui/tip.tsx';
import './selection-bar.css';

const actions = [
  { id: 'edit.bulk', Icon: ListChecks, label: bulkMessages.edit },
  { id: 'edit.expire', Icon: Clock3, label: messages.selection.expire },
  { id: 'edit.duplicate', Icon: CopyPlus, label: messages.selection.duplicate },
  { id: 'edit.copyNetscape', Icon: Copy, label: messages.copy },
  { id: 'file.export', Icon: Download, label: messages.selection.export },
  { id: 'edit.remove', Icon: Trash2, label: messages.selection.remove },
] as const;

/** How many lines are selected, and what can be done with them; it floats above the grid while there are any. */
export function SelectionBar({ document }: { readonly document: string }) {
  const selected = useApp(({ views }) => views[document]?.info.selected ?? 0);
  if (selected === 0) return null;
  const { selection } = messages;
  return (
    <div className="selection-anchor">
      <div className="selection-bar" role="toolbar" aria-label={selection.label}>
        <strong className="numeric">{selection.count(selected)}</strong>
        {actions.map(({ id, Icon, label }) => (
          <Tip key={id} text={label} keys={keysOf(id)} side="top">
            <Button
              look="quiet"
              className={id === 'edit.remove' ? 'selection-danger' : ''}
              icon={<Icon size={14} />}
              onClick={() => runCommand(id)}
            >
              {label}
            </Button>
          </Tip>
        ))}
        <IconButton
          label={selection.clear}
          keys="Escape"
          onClick={() => void selectAndReload(document, { kind: 'none' })}
        >
          <X size={15} />
        </IconButton>
      </div>
    </div>
  );
}
