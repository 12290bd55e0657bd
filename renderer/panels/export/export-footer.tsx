import type { ExportTargetInfo } from '#shared/api/export.ts';
import { host } from '../../state/engine.ts';
import { attempt, notify } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { messages } from '../../ui/messages.ts';
import type { Exporting } from './use-export.ts';

interface ExportFooterProps {
  readonly exporting: Exporting;
  readonly target: ExportTargetInfo;
  readonly onClose: () => void;
}

/** What can be done with an export: copy its text, save its file. */
export function ExportFooter({ exporting, target, onClose }: ExportFooterProps) {
  const { choice, onChoose, preview, request } = exporting;
  const words = messages.exporting;
  const saveFile = async (): Promise<void> => {
    if (request === undefined || preview === undefined) return;
    const file = { name: preview.fileName, extension: target.extension };
    const saved = await attempt(() => host().writeExport(request, file));
    if (saved === undefined) return;
    notify({ tone: 'done', title: words.saved(saved.fileName), details: [] });
    if (saved.command === undefined) onClose();
    else onChoose({ ...choice, fileName: saved.fileName });
  };
  const copy = async (text: string): Promise<void> => {
    const done = await attempt(async () => {
      await (request?.inline === true ? host().copyExport(request) : host().copyText(text));
      return true;
    });
    if (done === true) notify({ tone: 'done', title: words.copied[target.kind], details: [] });
  };
  const text = request && preview?.command;
  const isFile = !(target.canInline && choice.inline);
  return (
    <>
      {request && preview && (
        <span className="muted dialog-start">{words.summary(preview.entries, preview.sites)}</span>
      )}
      <Button onClick={onClose}>{messages.cancel}</Button>
      {text !== undefined && (
        <Button look={isFile ? 'plain' : 'primary'} onClick={() => void copy(text)}>
          {words.copies[target.kind]}
        </Button>
      )}
      {isFile && (
        <Button look="primary" disabled={request === undefined} onClick={() => void saveFile()}>
          {words.save}
        </Button>
      )}
    </>
  );
}
