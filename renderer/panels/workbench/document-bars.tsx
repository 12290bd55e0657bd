import { Lock } from 'lucide-react';
import { useApp } from '../../state/app-store.ts';
import { saveAs } from '../../state/document-actions.ts';
import { Button } from '../../ui/button.tsx';
import { messages } from '../../ui/messages.ts';
import { DiskBar } from '../bars/disk-bar.tsx';
import { DisposableBar } from '../run-copy/disposable-bar.tsx';
import { RefusalBar } from '../bars/refusal-bar.tsx';
import { RepairBar } from '../bars/repair-bar.tsx';
import { RestoredBar } from '../bars/restored-bar.tsx';
import '../bars/bars.css';

/** What must be known of a document before working on it: that it cannot be written, was restored, changed on disk, or was written wrong. */
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
      {info.restored !== undefined && info.dirty && <RestoredBar info={info} restored={info.restored} />}
      {(info.disk === 'changed' || info.disk === 'gone') && <DiskBar info={info} />}
      <DisposableBar document={document} />
      {info.readOnly !== 'format' &&
        (info.writtenBy === undefined ? <RefusalBar document={document} /> : <RepairBar info={info} />)}
    </>
  );
}
