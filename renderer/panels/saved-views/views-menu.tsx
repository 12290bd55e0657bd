import { Bookmark, BookmarkPlus, Check, Pencil } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useApp } from '../../state/app-store.ts';
import { runCommand } from '../../state/commands.ts';
import { showView } from '../../state/saved-views.ts';
import { viewMessages } from '../../ui/view-messages.ts';
import '../../ui/menu.css';

/** The saved views, at the end of the query line. */
export function ViewsMenu({ document }: { readonly document: string }) {
  const views = useApp(({ preferences }) => preferences.views);
  const query = useApp((state) => state.views[document]?.query ?? '');
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger
        className="icon-button"
        aria-label={viewMessages.label}
        title={viewMessages.label}
      >
        <Bookmark size={15} aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu views-menu" align="end" sideOffset={6}>
          {views.length === 0 && <p className="menu-label">{viewMessages.none}</p>}
          {views.map((view) => (
            <DropdownMenu.Item key={view.name} className="menu-item" onSelect={() => showView(view)}>
              <span className="menu-check">{view.query === query && <Check size={14} aria-hidden />}</span>
              <span className="clip">{view.name}</span>
            </DropdownMenu.Item>
          ))}
          <DropdownMenu.Separator className="menu-separator" />
          <DropdownMenu.Item className="menu-item" onSelect={() => runCommand('view.saveView')}>
            <BookmarkPlus size={14} aria-hidden />
            {viewMessages.save}
          </DropdownMenu.Item>
          <DropdownMenu.Item
            className="menu-item"
            disabled={views.length === 0}
            onSelect={() => runCommand('view.views')}
          >
            <Pencil size={14} aria-hidden />
            {viewMessages.manage}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
