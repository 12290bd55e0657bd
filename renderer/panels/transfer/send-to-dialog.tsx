import { FilePlus2, FileText } from 'lucide-react';
import { useApp } from '../../state/app-store.ts';
import type { CommandTarget } from '../../state/command-target.ts';
import { otherDocuments, sendTo, sendToNew } from '../../state/transfer-actions.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { transferMessages as words } from '../../ui/transfer-messages.ts';
import './transfer.css';

interface SendToDialogProps {
  readonly lines: CommandTarget;
  readonly way: 'copy' | 'move';
  readonly onClose: () => void;
}

/** Which document the selected lines go to: another open one, or a new one. */
export function SendToDialog({ lines, way, onClose }: SendToDialogProps) {
  const documents = useApp((state) => state.documents);
  const { send } = words;
  const then = (run: () => Promise<void>) => (): void => {
    onClose();
    void run();
  };
  return (
    <Dialog title={send.title[way]} description={send.text(lines.count)} onClose={onClose}>
      <ul className="send-list">
        {otherDocuments(documents, lines.document).map(({ id, title, folder }) => (
          <li key={id}>
            <button type="button" className="send-item" onClick={then(() => sendTo(lines, id, way))}>
              <FileText size={15} aria-hidden />
              <span className="clip">{title}</span>
              <span className="muted clip">{folder}</span>
            </button>
          </li>
        ))}
        <li>
          <button type="button" className="send-item" onClick={then(() => sendToNew(lines, way))}>
            <FilePlus2 size={15} aria-hidden />
            {send.create}
          </button>
        </li>
      </ul>
    </Dialog>
  );
}
