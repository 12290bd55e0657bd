import { ArrowRightToLine, ChevronRight, Copy, CopyPlus, FilePlus2, FileText } from 'lucide-react';
import { ContextMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import type { CopyRequest } from '#shared/api/common.ts';
import { appStore, useApp } from '../state/app-store.ts';
import { copyTarget } from '../state/copy-actions.ts';
import type { CommandTarget } from '../state/command-target.ts';
import { otherDocuments, sendTo, sendToNew } from '../state/transfer-actions.ts';
import { transferMessages as words } from '../ui/transfer-messages.ts';

const FORMS: readonly CopyRequest['as'][] = ['table', 'netscape', 'json', 'header'];

/** The ways in which lines leave their document: as text for the clipboard, and into another document. */
export function TransferItems({ lines }: { readonly lines: CommandTarget }) {
  const { document, target } = lines;
  return (
    <>
      <SubMenu icon={<Copy size={14} />} label={words.copyAs}>
        {FORMS.map((as) => (
          <SubItem key={as} run={() => copyTarget({ document, target, as })}>
            {words.forms[as]}
          </SubItem>
        ))}
        <SubItem run={() => appStore.setState({ dialog: { kind: 'headerFor', lines } })}>
          {words.forms.headerFor}
        </SubItem>
      </SubMenu>
      <SubMenu icon={<CopyPlus size={14} />} label={words.send.copy}>
        <Documents lines={lines} way="copy" />
      </SubMenu>
      <SubMenu icon={<ArrowRightToLine size={14} />} label={words.send.move}>
        <Documents lines={lines} way="move" />
      </SubMenu>
    </>
  );
}

/** The documents that lines can go to, and a new one. */
function Documents({ lines, way }: { readonly lines: CommandTarget; readonly way: 'copy' | 'move' }) {
  const documents = useApp((state) => state.documents);
  return (
    <>
      {otherDocuments(documents, lines.document).map(({ id, title }) => (
        <SubItem key={id} icon={<FileText size={14} />} run={() => sendTo(lines, id, way)}>
          {title}
        </SubItem>
      ))}
      <SubItem icon={<FilePlus2 size={14} />} run={() => sendToNew(lines, way)}>
        {words.send.create}
      </SubItem>
    </>
  );
}

interface SubMenuProps {
  readonly icon: ReactNode;
  readonly label: string;
  readonly children: ReactNode;
}

function SubMenu({ icon, label, children }: SubMenuProps) {
  return (
    <ContextMenu.Sub>
      <ContextMenu.SubTrigger className="menu-item">
        {icon}
        {label}
        <ChevronRight size={14} className="menu-end" aria-hidden />
      </ContextMenu.SubTrigger>
      <ContextMenu.Portal>
        <ContextMenu.SubContent className="menu" collisionPadding={8}>
          {children}
        </ContextMenu.SubContent>
      </ContextMenu.Portal>
    </ContextMenu.Sub>
  );
}

interface SubItemProps {
  readonly icon?: ReactNode;
  readonly run: () => unknown;
  readonly children: ReactNode;
}

function SubItem({ icon, run, children }: SubItemProps) {
  return (
    <ContextMenu.Item className="menu-item" onSelect={() => void run()}>
      {icon}
      {children}
    </ContextMenu.Item>
  );
}
