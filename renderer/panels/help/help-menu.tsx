import { CircleQuestionMark } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { Fragment } from 'react';
import { useApp } from '../../state/app-store.ts';
import { keysOf, labelOf, runCommand } from '../../state/commands.ts';
import { helpMessages } from '../../ui/help-messages.ts';
import { Kbd } from '../../ui/kbd.tsx';
import '../../ui/menu.css';

const GROUPS = [['file.settings'], ['help.pages', 'help.tour', 'help.shortcuts'], ['help.about']] as const;

/** The way to settings and help for those who look for it with the mouse. */
export function HelpMenu() {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className="icon-button" aria-label={helpMessages.menu} title={helpMessages.menu}>
        <CircleQuestionMark size={15} aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={6}>
          {GROUPS.map((commands, at) => (
            <Fragment key={commands[0]}>
              {at > 0 && <DropdownMenu.Separator className="menu-separator" />}
              {commands.map((id) => (
                <HelpItem key={id} id={id} />
              ))}
            </Fragment>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function HelpItem({ id }: { readonly id: (typeof GROUPS)[number][number] }) {
  const label = useApp((state) => labelOf(state, id));
  const keys = useApp(() => keysOf(id));
  return (
    // The menu gives the keyboard back to its button first; what opens then takes it from there.
    <DropdownMenu.Item className="menu-item" onSelect={() => setTimeout(() => runCommand(id), 0)}>
      {label}
      {keys !== undefined && <Kbd keys={keys} />}
    </DropdownMenu.Item>
  );
}
