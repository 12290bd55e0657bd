import { Check, Monitor, Moon, Sun } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useApp } from '../../state/app-store.ts';
import { changePreferences } from '../../state/preferences.ts';
import { messages } from '../../ui/messages.ts';
import '../../ui/menu.css';

const themes = [
  { id: 'system', Icon: Monitor },
  { id: 'light', Icon: Sun },
  { id: 'dark', Icon: Moon },
] as const;

/** Chooses between the system's theme, light and dark. */
export function ThemeMenu() {
  const theme = useApp((state) => state.layout.theme);
  const { Icon } = themes.find(({ id }) => id === theme) ?? themes[0];
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger
        className="icon-button"
        aria-label={messages.theme.label}
        title={messages.theme.label}
      >
        <Icon size={15} aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={6}>
          <DropdownMenu.RadioGroup value={theme}>
            {themes.map(({ id, Icon: ItemIcon }) => (
              <DropdownMenu.RadioItem
                key={id}
                className="menu-item"
                value={id}
                onSelect={() => void changePreferences({ theme: id })}
              >
                <ItemIcon size={14} aria-hidden />
                {messages.theme[id]}
                <DropdownMenu.ItemIndicator className="menu-end">
                  <Check size={14} aria-hidden />
                </DropdownMenu.ItemIndicator>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
