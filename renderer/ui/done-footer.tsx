import { Button } from './button.tsx';
import { messages } from './messages.ts';

interface DoneFooterProps {
  /** What else there is to do, at the other side. */
  readonly action: { readonly label: string; readonly run: () => void };
  readonly onDone: () => void;
}

/** The buttons below a dialog in which every change holds at once. */
export function DoneFooter({ action, onDone }: DoneFooterProps) {
  return (
    <>
      <Button look="quiet" className="dialog-start" onClick={action.run}>
        {action.label}
      </Button>
      <Button look="primary" onClick={onDone}>
        {messages.done}
      </Button>
    </>
  );
}
