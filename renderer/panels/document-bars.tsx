import { Lock } from 'lucide-react';
import { useApp } from '../state/app-store.ts';
import { saveAs } from '../state/document-actions.ts';
import { Button } from '../ui/button.tsx';
import { messages } from '../ui/messages.ts';
import { DiskBar } from './disk-bar.tsx';
import { RepairBar } from './repair-bar.tsx';
import './bars.css';

/** What must be known of a document before working on it: that it cannot be written, changed on disk, or was written wrong. */
export function DocumentBars({ document }: { readonly document: string }) {
  const info = useApp(({ documents }) => documents.find(({ id }) => id === document));
  if (info === undefined) return null;
  return (
    <>
      {info.readOnly !== undefined && (
        <div className="bar" role="status">
          <Lock size={14} aria-hidden />
          <span className="bar-text">{messages.readOnly[info.readOnly]}</span>
          <Button className="button-small" onClick={() => void saveAs(document)}>
            {messages.readOnly.saveCopy}
          </Button>
        </div>
      )}
      {(info.disk === 'changed' || info.disk === 'gone') && (
        <DiskBar document={document} title={info.title} gone={info.disk === 'gone'} />
      )}
      {info.writtenBy !== undefined && info.readOnly !== 'format' && <RepairBar info={info} />}
    </>
  );
}
