import { Check, Columns3, RotateCcw } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { gridControl } from '../../state/grid-control.ts';
import type { ShownColumn } from '../../state/grid-control.ts';
import { messages } from '../../ui/messages.ts';
import '../../ui/menu.css';

/** Shows and hides columns. */
export function ColumnChooser() {
  const [columns, setColumns] = useState<readonly ShownColumn[]>([]);
  const read = (): void => setColumns(gridControl()?.columns() ?? []);
  return (
    <DropdownMenu.Root onOpenChange={(open) => (open ? read() : undefined)}>
      <DropdownMenu.Trigger
        className="icon-button"
        aria-label={messages.columns.button}
        title={messages.columns.button}
      >
        <Columns3 size={15} aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={6}>
          {columns.map(({ id, label, shown }) => (
            <DropdownMenu.CheckboxItem
              key={id}
              className="menu-item"
              checked={shown}
              onSelect={(event) => event.preventDefault()}
              onCheckedChange={(show) => {
                gridControl()?.showColumn(id, show);
                read();
              }}
            >
              <span className="menu-check">
                <DropdownMenu.ItemIndicator>
                  <Check size={14} aria-hidden />
                </DropdownMenu.ItemIndicator>
              </span>
              {label}
            </DropdownMenu.CheckboxItem>
          ))}
          <DropdownMenu.Separator className="menu-separator" />
          <DropdownMenu.Item className="menu-item" onSelect={() => gridControl()?.resetColumns()}>
            <RotateCcw size={14} aria-hidden />
            {messages.columns.reset}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
