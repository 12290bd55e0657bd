import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { messages } from './messages.ts';
import './button.css';
import './dialog.css';

interface DialogProps {
  readonly title: string;
  readonly description?: string | undefined;
  readonly size?: 'small' | 'large';
  readonly onClose: () => void;
  readonly children?: ReactNode;
  /** There is nothing but text in it: it takes the focus itself, so that keys scroll it. */
  readonly textOnly?: boolean;
  /** The row of buttons at the bottom. */
  readonly footer?: ReactNode;
}

/** A modal dialog; Escape and a click beside it close it, and focus returns to where it was. */
export function Dialog({
  title,
  description,
  size = 'small',
  textOnly = false,
  onClose,
  children,
  footer,
}: DialogProps) {
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
          <div className="dialog-body" {...(textOnly && { tabIndex: 0 })}>
            {children}
          </div>
          {footer !== undefined && <footer className="dialog-footer">{footer}</footer>}
          <Radix.Close className="icon-button icon-button-small dialog-close" aria-label={messages.close}>
            <X size={15} aria-hidden />
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
