import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { IconButton } from './icon-button.tsx';
import { messages } from './messages.ts';
import './dialog.css';

interface DialogProps {
  readonly title: string;
  readonly description?: string | undefined;
  readonly size?: 'small' | 'large';
  readonly onClose: () => void;
  readonly children?: ReactNode;
  /** The row of buttons at the bottom. */
  readonly footer?: ReactNode;
}

/** A modal dialog; Escape and a click beside it close it, and focus returns to where it was. */
export function Dialog({ title, description, size = 'small', onClose, children, footer }: DialogProps) {
  return (
    <Radix.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Radix.Portal>
        <Radix.Overlay className="dialog-veil" />
        <Radix.Content
          className={`dialog dialog-${size}`}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <header className="dialog-header">
            <Radix.Title className="dialog-title">{title}</Radix.Title>
          </header>
          {description !== undefined && (
            <Radix.Description className="dialog-description">{description}</Radix.Description>
          )}
          <div className="dialog-body">{children}</div>
          {footer !== undefined && <footer className="dialog-footer">{footer}</footer>}
          <Radix.Close asChild>
            <IconButton className="dialog-close" label={messages.close} small>
              <X size={15} />
            </IconButton>
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
