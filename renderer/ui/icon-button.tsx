import type { ComponentProps } from 'react';
import { Tip } from './tip.tsx';
import './button.css';

interface IconButtonProps extends ComponentProps<'button'> {
  /** What it does, for the tip and for screen readers. */
  readonly label: string;
  readonly keys?: string | undefined;
  readonly small?: boolean;
}

/** A button with an icon only; its tip says the words and the keys. */
export function IconButton({ label, keys, small = false, children, className, ...rest }: IconButtonProps) {
  const classes = ['icon-button', small ? 'icon-button-small' : '', className].filter(Boolean).join(' ');
  return (
    <Tip text={label} keys={keys}>
      <button type="button" aria-label={label} {...rest} className={classes}>
        {children}
      </button>
    </Tip>
  );
}
