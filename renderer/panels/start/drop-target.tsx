import { FileDiff, FileDown } from 'lucide-react';
import { useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import { activeDocument, appStore, useApp } from '../../state/app-store.ts';
import { openFiles } from '../../state/document-actions.ts';
import { host } from '../../state/engine.ts';
import { compareWithDropped } from '../../state/merge-actions.ts';
import { attempt } from '../../state/notices.ts';
import { messages } from '../../ui/messages.ts';
import './drop-target.css';

/** How many files are over the window, and whether they are over the part that compares. */
interface Over {
  readonly files: number;
  readonly compare: boolean;
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files');
}

/** One file over the right half of a window that shows a document is put beside that document; all else is opened. */
function overOf(event: DragEvent): Over {
  const files = Math.max(1, event.dataTransfer.items.length);
  const comparable = files === 1 && activeDocument(appStore.getState()) !== undefined;
  return { files, compare: comparable && event.clientX > window.innerWidth / 2 };
}

/** Takes files that are dropped anywhere in the window. */
export function DropTarget({ children }: { readonly children: ReactNode }) {
  const [over, setOver] = useState<Over>();
  const onDrop = (event: DragEvent): void => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    const { compare } = overOf(event);
    setOver(undefined);
    const files = [...event.dataTransfer.files];
    const [file] = files;
    const document = activeDocument(appStore.getState());
    if (compare && document !== undefined && file !== undefined) void compareWithDropped(document.id, file);
    else void attempt(() => host().droppedFiles(files)).then((opened) => openFiles(opened ?? []));
  };
  const onDragOver = (event: DragEvent): void => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    const next = overOf(event);
    setOver((known) => (known?.files === next.files && known.compare === next.compare ? known : next));
  };
  const onDragLeave = (event: DragEvent): void => {
    if (event.relatedTarget === null) setOver(undefined);
  };
  return (
    <div
      className="drop-target"
      onDragEnter={onDragOver}
      onDragOver={onDragOver}
      onDragLeave={onDragLeave}
      onDrop={onDrop}
    >
      {children}
      {over !== undefined && <DropVeil over={over} />}
    </div>
  );
}

function DropVeil({ over: { files, compare } }: { readonly over: Over }) {
  const title = useApp((state) => activeDocument(state)?.title);
  const { empty } = messages;
  return (
    <div className="drop-veil" aria-hidden>
      <div className={compare ? 'drop-zone' : 'drop-zone drop-here'}>
        <FileDown size={28} />
        {files > 1 ? empty.dropSeveral(files) : empty.drop}
      </div>
      {files === 1 && title !== undefined && (
        <div className={compare ? 'drop-zone drop-here' : 'drop-zone'}>
          <FileDiff size={28} />
          {empty.dropToCompare(title)}
        </div>
      )}
    </div>
  );
}
