import { type DragEvent, useState } from 'react';
import { dropRows, takesRows } from '../../state/dragged-rows.ts';

/** Lets rows be dropped on a tab, or without a document on the place for a new one. Shift moves them. */
export function useRowDrop(document?: string) {
  const [over, setOver] = useState(false);
  const onDragOver = (event: DragEvent): void => {
    if (!takesRows(event.dataTransfer, document)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = event.shiftKey ? 'move' : 'copy';
    setOver(true);
  };
  const onDrop = (event: DragEvent): void => {
    setOver(false);
    if (!takesRows(event.dataTransfer, document)) return;
    event.preventDefault();
    void dropRows(document, event.shiftKey);
  };
  const onDragLeave = ({ currentTarget, relatedTarget }: DragEvent): void => {
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
  };
  return {
    onDragOver,
    onDrop,
    onDragLeave,
    ...(over && { 'data-drop': 'here' }),
  };
}
