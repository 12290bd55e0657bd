import { useState } from 'react';
import type { Params } from '#shared/api/api.ts';
import type { ExportTargetInfo } from '#shared/api/export.ts';
import type { ViewInfo } from '#shared/api/view.ts';
import { activeDocument, activeView, useApp } from '../../state/app-store.ts';
import { host } from '../../state/engine.ts';
import { attempt, notify } from '../../state/notices.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { messages } from '../../ui/messages.ts';
import { ExportOptions } from './export-options.tsx';
import type { ExportChoice } from './export-options.tsx';
import { ExportPreview } from './export-preview.tsx';
import './export-dialog.css';

/** What is proposed at first. */
const USUAL = 'netscape';

/** What to ask the engine for; nothing while a URL is missing. */
function requestFor(
  view: ViewInfo,
  choice: ExportChoice,
  target: ExportTargetInfo,
): Params<'export.bytes'> | undefined {
  const url = choice.url.trim();
  if (target.needsUrl && url === '') return undefined;
  return {
    document: view.document,
    ...(choice.scope === 'all' ? {} : { target: { view: view.id, which: choice.scope } }),
    to: target.id,
    ...(target.needsUrl ? { url } : {}),
    ...(target.canInline && choice.inline ? { inline: true } : {}),
  };
}

/** Export: to what, which cookies, what gets lost, how it looks; then a file or a command. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const view = useApp((state) => activeView(state)?.info);
  const version = useApp((state) => activeDocument(state)?.version);
  const targets = useAnswer('export.targets', {});
  const [choice, setChoice] = useState<ExportChoice>({
    scope: (view?.selected ?? 0) > 0 ? 'selection' : 'all',
    url: '',
    inline: false,
  });
  const target = targets?.find(({ id }) => id === (choice.to ?? USUAL));
  const request = view === undefined || target === undefined ? undefined : requestFor(view, choice, target);
  const preview = useAnswer('export.preview', request, version);
  if (view === undefined || targets === undefined || target === undefined) return null;
  const { exporting } = messages;
  const usable = request !== undefined && preview !== undefined && preview.refused === undefined;

  const saveFile = async (): Promise<void> => {
    if (request === undefined || preview === undefined) return;
    const file = { name: preview.fileName, extension: target.extension };
    const saved = await attempt(() => host().writeExport(request, file));
    if (saved === undefined) return;
    notify({ tone: 'done', title: exporting.saved(saved.fileName), details: [] });
    if (saved.command === undefined) onClose();
  };
  const copyCommand = async (command: string): Promise<void> => {
    await attempt(() => host().copyText(command));
    notify({ tone: 'done', title: exporting.copied, details: [] });
  };
  const command = preview?.command;
  const footer = (
    <>
      {usable && (
        <span className="muted dialog-start">{exporting.summary(preview.entries, preview.sites)}</span>
      )}
      <Button onClick={onClose}>{messages.cancel}</Button>
      {usable && command !== undefined && (
        <Button onClick={() => void copyCommand(command)}>{exporting.copyCommand}</Button>
      )}
      <Button look="primary" disabled={!usable} onClick={() => void saveFile()}>
        {exporting.save}
      </Button>
    </>
  );
  return (
    <Dialog title={exporting.title} size="large" onClose={onClose} footer={footer}>
      <div className="export">
        <ExportOptions targets={targets} target={target} view={view} choice={choice} onChoose={setChoice} />
        <ExportPreview
          target={target}
          missingUrl={request === undefined}
          preview={preview}
          choice={choice}
          onChoose={setChoice}
        />
      </div>
    </Dialog>
  );
}
