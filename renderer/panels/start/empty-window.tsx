import {
  ClipboardPaste,
  Cookie,
  FilePlus2,
  FileText,
  FolderOpen,
  GraduationCap,
  Sparkles,
} from 'lucide-react';
import { useApp } from '../../state/app-store.ts';
import { newDocument, openByDialog, openHandle, openSample, openText } from '../../state/document-actions.ts';
import { host } from '../../state/engine.ts';
import { attempt } from '../../state/notices.ts';
import { startTour } from '../../state/tour.ts';
import { Button } from '../../ui/button.tsx';
import { messages } from '../../ui/messages.ts';
import { tourMessages } from '../../ui/tour-messages.ts';
import './empty-window.css';

async function pasteClipboard(): Promise<void> {
  const text = await attempt(() => host().readClipboard());
  await openText(text ?? '');
}

/** What the window shows without a document: one generous place to drop a file, and the other ways in. */
export function EmptyWindow() {
  const recent = useApp((state) => state.recent);
  const toured = useApp(({ preferences }) => preferences.toured);
  const { empty } = messages;
  return (
    <main className="empty-window">
      <div className="empty-drop">
        <span className="empty-mark" aria-hidden>
          <Cookie size={34} strokeWidth={1.5} />
        </span>
        <h1>{empty.title}</h1>
        <p className="muted">{empty.text}</p>
        <div className="empty-actions">
          <Button look="primary" icon={<FolderOpen size={15} />} onClick={() => void openByDialog()}>
            {empty.open}
          </Button>
          <Button icon={<ClipboardPaste size={15} />} onClick={() => void pasteClipboard()}>
            {empty.paste}
          </Button>
          <Button icon={<FilePlus2 size={15} />} onClick={() => void newDocument()}>
            {empty.create}
          </Button>
          <Button look="quiet" icon={<Sparkles size={15} />} onClick={() => void openSample()}>
            {empty.sample}
          </Button>
        </div>
        {!toured && (
          <Button
            look="quiet"
            className="empty-tour"
            icon={<GraduationCap size={15} />}
            onClick={() => void startTour()}
          >
            {tourMessages.offer}
          </Button>
        )}
        {recent.length > 0 && (
          <section className="empty-recent" aria-label={empty.recent}>
            <h2>{empty.recent}</h2>
            <ul>
              {recent.slice(0, 6).map((file) => (
                <li key={file.handle}>
                  <button type="button" onClick={() => void openHandle(file.handle)}>
                    <FileText size={15} aria-hidden />
                    <span className="clip">{file.name}</span>
                    <span className="muted clip empty-folder">{file.folder}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <p className="empty-promise">{empty.promise}</p>
    </main>
  );
}
