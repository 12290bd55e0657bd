import { useApp } from '../state/app-store.ts';
import { selectAndReload } from '../state/view-actions.ts';
import { messages } from '../ui/messages.ts';
import type { CustomHeaderProps } from './header-props.ts';

/** The box that selects everything that matches, and shows whether all, some or none is selected. */
export function SelectAllHeader({ context }: CustomHeaderProps) {
  const { document } = context;
  const info = useApp((state) => state.views[document]?.info);
  const selected = info?.selected ?? 0;
  const all = selected > 0 && selected >= (info?.matches ?? 0);
  return (
    <input
      type="checkbox"
      className="checkbox"
      checked={all}
      ref={(box) => {
        if (box !== null) box.indeterminate = selected > 0 && !all;
      }}
      aria-label={messages.grid.selectAll}
      onChange={() => void selectAndReload(document, { kind: selected > 0 ? 'none' : 'all' })}
    />
  );
}
