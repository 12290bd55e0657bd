import { useApp } from '../../state/app-store.ts';
import { close, save } from '../../state/document-actions.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { messages } from '../../ui/messages.ts';

/** Asks what becomes of the changes of a document that is about to be closed. */
export function CloseDialog({
  document,
  onClose,
}: {
  readonly document: string;
  readonly onClose: () => void;
}) {
  const info = useApp(({ documents }) => documents.find(({ id }) => id === document));
  if (info === undefined) return null;
  const { closing } = messages;
  const discard = (): void => {
    onClose();
    void close(document);
  };
  const saveFirst = async (): Promise<void> => {
    onClose();
    if (await save(document)) await close(document);
  };
  const footer = (
    <>
      <Button look="danger" className="dialog-start" onClick={discard}>
        {closing.discard}
      </Button>
      <Button onClick={onClose}>{messages.cancel}</Button>
      <Button look="primary" autoFocus onClick={() => void saveFirst()}>
        {messages.save}
      </Button>
    </>
  );
  return (
    <Dialog
      title={closing.title(info.title)}
      description={closing.text(info.changes)}
      onClose={onClose}
      footer={footer}
    />
  );
}
