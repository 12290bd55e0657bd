import type { ColumnState, GridApi } from 'ag-grid-community';
import { ArrowDown, ArrowUp, EyeOff, MoveHorizontal, Pin, PinOff } from 'lucide-react';
import { ContextMenu } from 'radix-ui';
import type { Row } from '#shared/api/view.ts';
import { messages } from '../ui/messages.ts';
import { chooseColumn } from './column-state.ts';

/** What can be done with one column. */
export function ColumnMenu({ api, column }: { readonly api: GridApi<Row>; readonly column: string }) {
  const state = api.getColumnState().find(({ colId }) => colId === column);
  const apply = (change: Partial<ColumnState>): void => {
    api.applyColumnState({ state: [{ colId: column, ...change }] });
  };
  const sort = (direction: 'asc' | 'desc' | null): void => {
    api.applyColumnState({ state: [{ colId: column, sort: direction }], defaultState: { sort: null } });
  };
  const { columns } = messages;
  const pinned = state?.pinned === 'left';
  const fixed = column === 'severity' || column === 'select';
  return (
    <>
      {column !== 'select' && (
        <>
          <ContextMenu.Item className="menu-item" onSelect={() => sort('asc')}>
            <ArrowUp size={14} />
            {columns.sortUp}
          </ContextMenu.Item>
          <ContextMenu.Item className="menu-item" onSelect={() => sort('desc')}>
            <ArrowDown size={14} />
            {columns.sortDown}
          </ContextMenu.Item>
          <ContextMenu.Separator className="menu-separator" />
        </>
      )}
      <ContextMenu.Item
        className="menu-item"
        disabled={fixed}
        onSelect={() => apply({ pinned: pinned ? null : 'left' })}
      >
        {pinned ? <PinOff size={14} /> : <Pin size={14} />}
        {pinned ? columns.unpin : columns.pin}
      </ContextMenu.Item>
      <ContextMenu.Item className="menu-item" disabled={fixed} onSelect={() => api.autoSizeColumns([column])}>
        <MoveHorizontal size={14} />
        {columns.fit}
      </ContextMenu.Item>
      <ContextMenu.Item
        className="menu-item"
        disabled={fixed}
        onSelect={() => chooseColumn(api, column, false)}
      >
        <EyeOff size={14} />
        {columns.hide}
      </ContextMenu.Item>
    </>
  );
}
