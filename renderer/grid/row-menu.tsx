import { Clock3, Copy, CopyPlus, Eye, EyeOff, Filter, PanelRight, Pencil, Trash2 } from 'lucide-react';
import { ContextMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import type { Target } from '#shared/api/common.ts';
import type { Row } from '#shared/api/view.ts';
import { useApp } from '../state/app-store.ts';
import { keysOf } from '../state/commands.ts';
import { copyTarget } from '../state/copy-actions.ts';
import { editLines } from '../state/edit-actions.ts';
import { gridControl } from '../state/grid-control.ts';
import { arrange } from '../state/layout-actions.ts';
import { quoteTerm } from '#shared/document/query/query-terms.ts';
import { focusRow, reveal, writeQuery } from '../state/view-actions.ts';
import { Kbd } from '../ui/kbd.tsx';
import { messages } from '../ui/messages.ts';
import { TransferItems } from './transfer-items.tsx';

interface RowMenuProps {
  readonly document: string;
  readonly row: Row;
  readonly position: number;
}

interface ItemProps {
  readonly icon: ReactNode;
  readonly keys?: string | undefined;
  readonly danger?: boolean;
  readonly run: () => unknown;
  readonly children: ReactNode;
}

function Item({ icon, keys, danger = false, run, children }: ItemProps) {
  return (
    <ContextMenu.Item
      className={danger ? 'menu-item menu-item-danger' : 'menu-item'}
      onSelect={() => void run()}
    >
      {icon}
      {children}
      {keys !== undefined && <Kbd keys={keys} />}
    </ContextMenu.Item>
  );
}

interface EntryItemsProps extends RowMenuProps {
  readonly copy: (as: 'value' | 'name') => () => unknown;
}

/** What can be done with an entry, and not with a line that is none. */
function EntryItems({ document, row, position, copy }: EntryItemsProps) {
  const { menu } = messages;
  const shown = row.value !== undefined;
  const edit = (): void => {
    focusRow(document, { id: row.id, position });
    // The menu gives the keyboard back first; then the editor may take it.
    setTimeout(() => gridControl()?.edit(), 0);
  };
  return (
    <>
      <Item icon={<Pencil size={14} />} keys="F2" run={edit}>
        {menu.edit}
      </Item>
      <Item
        icon={shown ? <EyeOff size={14} /> : <Eye size={14} />}
        run={() => reveal(document, [row.id], !shown)}
      >
        {shown ? menu.hide : menu.reveal}
      </Item>
      <Item
        icon={<Filter size={14} />}
        run={() => writeQuery(document, `domain=${quoteTerm(row.domain)}`, 0)}
      >
        {menu.onlySite(row.domain)}
      </Item>
      <ContextMenu.Separator className="menu-separator" />
      <Item icon={<Copy size={14} />} run={copy('value')}>
        {menu.copyValue}
      </Item>
      <Item icon={<Copy size={14} />} run={copy('name')}>
        {menu.copyName}
      </Item>
    </>
  );
}

/** What can be done with the row that was pointed at, or with the whole selection when it is part of it. */
export function RowMenu({ document, row, position }: RowMenuProps) {
  const info = useApp(({ views }) => views[document]?.info);
  const { menu } = messages;
  if (info === undefined) return null;
  const inSelection = row.selected && info.selected > 0;
  const target: Target = inSelection ? { view: info.id, which: 'selection' } : { ids: [row.id] };
  const lines = { document, target, count: inSelection ? info.selected : 1 };
  const isEntry = row.kind === 'entry';
  const copy = (as: 'value' | 'name') => () => copyTarget({ document, target, as });
  const inspect = (): void => {
    focusRow(document, { id: row.id, position });
    arrange({ inspector: true });
  };
  return (
    <>
      <Item icon={<PanelRight size={14} />} run={inspect}>
        {menu.inspect}
      </Item>
      {isEntry && <EntryItems document={document} row={row} position={position} copy={copy} />}
      <TransferItems lines={lines} />
      <ContextMenu.Separator className="menu-separator" />
      {isEntry && (
        <Item
          icon={<Clock3 size={14} />}
          keys={keysOf('edit.expire')}
          run={() => editLines('edit.expire', lines)}
        >
          {menu.expire(lines.count)}
        </Item>
      )}
      <Item
        icon={<CopyPlus size={14} />}
        keys={keysOf('edit.duplicate')}
        run={() => editLines('edit.duplicate', lines)}
      >
        {menu.duplicate(lines.count)}
      </Item>
      <Item
        icon={<Trash2 size={14} />}
        keys={keysOf('edit.remove')}
        danger
        run={() => editLines('edit.remove', lines)}
      >
        {menu.remove(lines.count)}
      </Item>
    </>
  );
}
