import { FileWarning } from 'lucide-react';
import { useState } from 'react';
import { useApp } from '../state/app-store.ts';
import { changeDocument } from '../state/document-actions.ts';
import { Button } from '../ui/button.tsx';
import { messages } from '../ui/messages.ts';

interface DiskBarProps {
  readonly document: string;
  readonly title: string;
  readonly gone: boolean;
}

/** Another program wrote or removed the file: what it did in words, and the two ways on. */
export function DiskBar({ document, title, gone }: DiskBarProps) {
  const [open, setOpen] = useState(false);
  const summary = useApp(({ diskChanges }) => diskChanges[document]) ?? [];
  const { disk } = messages;
  return (
    <>
      <div className="bar bar-warning" role="alert">
        <FileWarning size={15} aria-hidden />
        <span className="bar-text clip">
          <strong>{gone ? disk.gone(title) : disk.changed(title)}</strong>{' '}
          <span className="muted">{gone ? disk.goneText : summary[0]}</span>
        </span>
        {!gone && summary.length > 0 && (
          <Button look="quiet" className="button-small" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? disk.hide : disk.show}
          </Button>
        )}
        <Button className="button-small" onClick={() => void changeDocument('document.keepMine', document)}>
          {disk.keep}
        </Button>
        {!gone && (
          <Button
            look="primary"
            className="button-small"
            onClick={() => void changeDocument('document.reload', document)}
          >
            {disk.reload}
          </Button>
        )}
      </div>
      {open && (
        <ul className="bar-details">
          {summary.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </>
  );
}
