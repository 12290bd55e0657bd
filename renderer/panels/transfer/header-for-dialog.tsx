import { useState } from 'react';
import { AppError } from '#shared/api/app-error.ts';
import { errorText } from '#shared/api/error-text.ts';
import { copyText } from '../../state/copy-actions.ts';
import type { CommandTarget } from '../../state/command-target.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { withScheme } from '../../state/use-settled-answer.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { messages } from '../../ui/messages.ts';
import { transferMessages } from '../../ui/transfer-messages.ts';
import { AddressField } from './address-field.tsx';
import './transfer.css';

interface HeaderForDialogProps {
  readonly lines: CommandTarget;
  readonly onClose: () => void;
}

/** The address that a Cookie header is for. */
export function HeaderForDialog({ lines, onClose }: HeaderForDialogProps) {
  const [typed, setTyped] = useState<string>();
  const [trouble, setTrouble] = useState<string>();
  const proposed = useAnswer('runCopy.address', { document: lines.document });
  const url = typed ?? proposed?.url ?? '';
  const { headerFor } = transferMessages;
  const copy = async (): Promise<void> => {
    const { document, target } = lines;
    try {
      await copyText({ document, target, as: 'header', url: withScheme(url) });
      onClose();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      setTrouble(errorText(error.code, error.data).happened);
    }
  };
  const footer = (
    <>
      <Button onClick={onClose}>{messages.cancel}</Button>
      <Button look="primary" disabled={url.trim() === ''} onClick={() => void copy()}>
        {messages.copy}
      </Button>
    </>
  );
  return (
    <Dialog title={headerFor.title} description={headerFor.text} onClose={onClose} footer={footer}>
      <AddressField
        label={headerFor.url}
        value={url}
        trouble={trouble}
        onChange={(text) => {
          setTrouble(undefined);
          setTyped(text);
        }}
        onSubmit={copy}
      />
    </Dialog>
  );
}
