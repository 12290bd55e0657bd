import { Popover } from 'radix-ui';
import type { ReactNode } from 'react';

/** The note's id, for the field that it describes. */
export const EDIT_NOTE_ID = 'cell-editor-note';

interface EditNoteProps {
  /** Nothing is shown without it. */
  readonly text: string | undefined;
  readonly wrong: boolean;
  readonly label: string;
  /** The field that the note hangs below. */
  readonly children: ReactNode;
}

/** What the engine says of the text in a cell's editor, below the cell. It never takes the keyboard. */
export function EditNote({ text, wrong, label, children }: EditNoteProps) {
  return (
    <Popover.Root open={text !== undefined}>
      <Popover.Anchor asChild>{children}</Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          className={wrong ? 'edit-note edit-note-error' : 'edit-note'}
          aria-label={label}
          side="bottom"
          align="start"
          sideOffset={6}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <span id={EDIT_NOTE_ID} role={wrong ? 'alert' : 'status'}>
            {text}
          </span>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
