import { useEffect } from 'react';
import { activeDocument, appStore } from '../../state/app-store.ts';
import { openFiles, openText } from '../../state/document-actions.ts';
import { copyAs } from '../../state/copy-actions.ts';
import { host } from '../../state/engine.ts';
import { pasteInto } from '../../state/transfer-actions.ts';

function inText(event: Event): boolean {
  return event.target instanceof Element && event.target.closest('input, textarea') !== null;
}

async function paste(data: DataTransfer): Promise<void> {
  const text = data.getData('text/plain');
  const files = [...data.files];
  const document = activeDocument(appStore.getState());
  if (files.length > 0) await openFiles(await host().droppedFiles(files));
  else if (document === undefined) await openText(text);
  else await pasteInto(document.id, text);
}

/** Paste adds lines to the document, or opens them as one of their own; copy takes the chosen lines along. */
export function PasteTarget() {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      if (inText(event) || appStore.getState().dialog !== undefined || event.clipboardData === null) return;
      event.preventDefault();
      void paste(event.clipboardData);
    };
    const onCopy = (event: ClipboardEvent): void => {
      const marked = window.getSelection()?.toString() ?? '';
      if (inText(event) || marked !== '' || appStore.getState().dialog !== undefined) return;
      event.preventDefault();
      void copyAs('netscape');
    };
    document.addEventListener('paste', onPaste);
    document.addEventListener('copy', onCopy);
    return () => {
      document.removeEventListener('paste', onPaste);
      document.removeEventListener('copy', onCopy);
    };
  }, []);
  return null;
}
