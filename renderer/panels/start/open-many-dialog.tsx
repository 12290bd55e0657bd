import type { OpenFile } from '../../client/host.ts';
import { openEach } from '../../state/document-actions.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { messages } from '../../ui/messages.ts';

interface OpenManyDialogProps {
  readonly files: readonly OpenFile[];
  readonly onClose: () => void;
}

/** Asks once before many files are opened, each in a tab of its own. */
export function OpenManyDialog({ files, onClose }: OpenManyDialogProps) {
  const { openingMany } = messages;
  const open = (): void => {
    onClose();
    void openEach(files);
  };
  const footer = (
    <>
      <Button onClick={onClose}>{messages.cancel}</Button>
      <Button look="primary" autoFocus onClick={open}>
        {openingMany.open}
      </Button>
    </>
  );
  return (
    <Dialog
      title={openingMany.title(files.length)}
      description={openingMany.text}
      onClose={onClose}
      footer={footer}
    />
  );
}
