import type { GridApi } from 'ag-grid-community';
import { ContextMenu } from 'radix-ui';
import { useState } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import type { Row } from '#shared/api/view.ts';
import { ColumnMenu } from './column-menu.tsx';
import { RowMenu } from './row-menu.tsx';
import '../ui/menu.css';

interface GridMenuProps {
  readonly api: GridApi<Row> | undefined;
  readonly document: string;
  readonly children: ReactNode;
}

type Pointed = { readonly row: Row; readonly position: number } | { readonly column: string };

/** The menu of the row or of the column header that was pointed at. */
export function GridMenu({ api, document, children }: GridMenuProps) {
  const [pointed, setPointed] = useState<Pointed>();
  const onContextMenu = (event: MouseEvent): void => {
    if (!(event.target instanceof Element) || api === undefined) return;
    const next = pointedAt(event.target, api);
    if (next === undefined) event.preventDefault();
    setPointed(next);
  };
  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger asChild onContextMenuCapture={onContextMenu}>
        {children}
      </ContextMenu.Trigger>
      <ContextMenu.Portal>
        {pointed !== undefined && api !== undefined && (
          <ContextMenu.Content className="menu" collisionPadding={8}>
            {'row' in pointed ? (
              <RowMenu document={document} row={pointed.row} position={pointed.position} />
            ) : (
              <ColumnMenu api={api} column={pointed.column} />
            )}
          </ContextMenu.Content>
        )}
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}

function pointedAt(target: Element, api: GridApi<Row>): Pointed | undefined {
  const column = target.closest('.ag-header-cell')?.getAttribute('col-id');
  if (column !== null && column !== undefined) return { column };
  const position = Number(target.closest('[row-index]')?.getAttribute('row-index') ?? Number.NaN);
  const row = Number.isNaN(position) ? undefined : api.getDisplayedRowAtIndex(position)?.data;
  return row === undefined ? undefined : { row, position };
}
