import { Command, Cookie, LoaderCircle, Plus, X } from 'lucide-react';
import { Tabs } from 'radix-ui';
import type { MouseEvent } from 'react';
import type { DocumentInfo } from '#shared/api/document.ts';
import { useApp } from '../../state/app-store.ts';
import { keysOf, runCommand } from '../../state/commands.ts';
import { activate, newDocument, requestClose } from '../../state/document-actions.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { messages } from '../../ui/messages.ts';
import { HelpMenu } from '../help/help-menu.tsx';
import { ThemeMenu } from './theme-menu.tsx';
import { useRowDrop } from './use-row-drop.ts';
import './tab-bar.css';

const MIDDLE_BUTTON = 1;

interface DocumentTabProps {
  readonly document: Pick<DocumentInfo, 'id' | 'title' | 'dirty' | 'folder'>;
  readonly ambiguous: boolean;
  readonly reading?: boolean;
}

function DocumentTab({ document, ambiguous, reading = false }: DocumentTabProps) {
  const { id, title, dirty, folder } = document;
  const onAuxClick = (event: MouseEvent): void => {
    if (event.button === MIDDLE_BUTTON) void requestClose(id);
  };
  const drop = useRowDrop(id);
  return (
    <div className="tab-slot" {...drop}>
      <Tabs.Trigger
        className="tab"
        value={id}
        title={folder}
        aria-controls={undefined}
        onAuxClick={onAuxClick}
      >
        {reading && <LoaderCircle size={12} className="tab-reading" aria-hidden />}
        <span className="clip">{title}</span>
        {ambiguous && (
          <span className="muted clip tab-folder">
            <bdi>{folder}</bdi>
          </span>
        )}
        {dirty && <span className="tab-dot" role="img" aria-label={messages.tabs.changed} />}
      </Tabs.Trigger>
      {/* For the mouse alone: a tab list holds nothing but tabs, and the keyboard has its own command. */}
      <button
        type="button"
        className="tab-close"
        tabIndex={-1}
        aria-hidden
        title={messages.tabs.close(title)}
        onClick={() => void requestClose(id)}
      >
        <X size={13} aria-hidden />
      </button>
    </div>
  );
}

/** The open documents, and what belongs to the whole window. */
export function TabBar() {
  const documents = useApp((state) => state.documents);
  const previews = useApp((state) => state.previews);
  const coming = previews.filter(({ document }) => documents.every(({ id }) => id !== document));
  const active = useApp((state) => state.active);
  const paletteKeys = useApp(() => keysOf('view.palette'));
  const newKeys = useApp(() => keysOf('file.new'));
  const newDrop = useRowDrop();
  return (
    <header className="tab-bar">
      <span className="tab-mark" aria-hidden>
        <Cookie size={16} />
      </span>
      <Tabs.Root className="tab-scroll" value={active ?? ''} onValueChange={activate}>
        <Tabs.List className="tab-list" aria-label={messages.tabs.label}>
          {documents.map((document) => (
            <DocumentTab
              key={document.id}
              document={document}
              ambiguous={documents.some((other) => other !== document && other.title === document.title)}
            />
          ))}
          {coming.map(({ document: id, title }) => (
            <DocumentTab key={id} document={{ id, title, dirty: false }} ambiguous={false} reading />
          ))}
        </Tabs.List>
      </Tabs.Root>
      <span className="tab-slot" {...newDrop}>
        <IconButton label={messages.tabs.create} keys={newKeys} onClick={() => void newDocument()}>
          <Plus size={15} />
        </IconButton>
      </span>
      <div className="tab-space" />
      <button type="button" className="palette-button" onClick={() => runCommand('view.palette')}>
        <Command size={13} aria-hidden />
        {messages.palette.open}
        {paletteKeys !== undefined && <Kbd keys={paletteKeys} />}
      </button>
      <ThemeMenu />
      <HelpMenu />
    </header>
  );
}
