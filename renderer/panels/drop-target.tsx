import { FileDown } from 'lucide-react';
import { useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import { openFiles } from '../state/document-actions.ts';
import { host } from '../state/engine.ts';
import { attempt } from '../state/notices.ts';
import { messages } from '../ui/messages.ts';
import './drop-target.css';

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files');
}

/** Takes files that are dropped anywhere in the window and opens them. */
export function DropTarget({ children }: { readonly children: ReactNode }) {
  const [over, setOver] = useState(0);
  const onDrop = (event: DragEvent): void => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    setOver(0);
    const files = [...event.dataTransfer.files];
    void attempt(() => host().droppedFiles(files)).then((opened) => openFiles(opened ?? []));
  };
  const onDragOver = (event: DragEvent): void => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setOver(Math.max(1, event.dataTransfer.items.length));
  };
  const onDragLeave = (event: DragEvent): void => {
    if (event.relatedTarget === null) setOver(0);
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
      {over > 0 && (
        <div className="drop-veil" aria-hidden>
          <FileDown size={28} />
          {over > 1 ? messages.empty.dropSeveral(over) : messages.empty.drop}
        </div>
      )}
    </div>
  );
}
