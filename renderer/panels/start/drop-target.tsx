import { FileDiff, FileDown, Import } from 'lucide-react';
import { useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import { activeDocument, appStore, useApp } from '../../state/app-store.ts';
import { openFiles } from '../../state/document-actions.ts';
import { host } from '../../state/engine.ts';
import { compareWithDropped } from '../../state/merge-actions.ts';
import { attempt } from '../../state/notices.ts';
import { importDropped } from '../../state/transfer-actions.ts';
import { messages } from '../../ui/messages.ts';
import './drop-target.css';

/** What becomes of a file: a document of its own, cookies of the open document, or something to put beside that. */
type Zone = 'open' | 'import' | 'compare';

/** How many files are over the window, and over which part of it. */
interface Over {
  readonly files: number;
  readonly zone: Zone;
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files');
}

/** One file over a window that shows a document is opened, brought in or compared, by thirds; all else is opened. */
function overOf(event: DragEvent): Over {
  const files = Math.max(1, event.dataTransfer.items.length);
  if (files > 1 || activeDocument(appStore.getState()) === undefined) return { files, zone: 'open' };
  const third = Math.floor((3 * event.clientX) / window.innerWidth);
  return { files, zone: third === 0 ? 'open' : third === 1 ? 'import' : 'compare' };
}

async function takeFile(document: string, file: File, zone: Exclude<Zone, 'open'>): Promise<void> {
  if (zone === 'compare') await compareWithDropped(document, file);
  else await importDropped(document, file);
}

/** Takes files that are dropped anywhere in the window. */
export function DropTarget({ children }: { readonly children: ReactNode }) {
  const [over, setOver] = useState<Over>();
  const onDrop = (event: DragEvent): void => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    const { zone } = overOf(event);
    setOver(undefined);
    const files = [...event.dataTransfer.files];
    const [file] = files;
    const document = activeDocument(appStore.getState());
    if (zone !== 'open' && document !== undefined && file !== undefined)
      void takeFile(document.id, file, zone);
    else void attempt(() => host().droppedFiles(files)).then((opened) => openFiles(opened ?? []));
  };
  const onDragOver = (event: DragEvent): void => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    const next = overOf(event);
    setOver((known) => (known?.files === next.files && known.zone === next.zone ? known : next));
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

function DropVeil({ over: { files, zone } }: { readonly over: Over }) {
  const title = useApp((state) => activeDocument(state)?.title);
  const { empty } = messages;
  const place = (of: Zone, icon: ReactNode, text: string) => (
    <div className={zone === of ? 'drop-zone drop-here' : 'drop-zone'}>
      {icon}
      {text}
    </div>
  );
  return (
    <div className="drop-veil" aria-hidden>
      {place('open', <FileDown size={28} />, files > 1 ? empty.dropSeveral(files) : empty.drop)}
      {files === 1 && title !== undefined && (
        <>
          {place('import', <Import size={28} />, empty.dropToImport(title))}
          {place('compare', <FileDiff size={28} />, empty.dropToCompare(title))}
        </>
      )}
    </div>
  );
}
