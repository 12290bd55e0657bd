import type { ExportTargetInfo } from '#shared/api/export.ts';
import type { ViewInfo } from '#shared/api/view.ts';
import { activeView, useApp } from '../../state/app-store.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { messages } from '../../ui/messages.ts';
import { ExportFooter } from './export-footer.tsx';
import { ExportPreview } from './export-preview.tsx';
import { ScopeList } from './scope-list.tsx';
import { TargetList } from './target-list.tsx';
import { TargetOptions } from './target-options.tsx';
import { useExport } from './use-export.ts';
import './export-dialog.css';

/** Export: to what, which cookies, what gets lost, how it looks; then a file, a command, or code. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const view = useApp((state) => activeView(state)?.info);
  const targets = useAnswer('export.targets', {});
  if (view === undefined || targets === undefined) return null;
  return <ExportForm view={view} targets={targets} onClose={onClose} />;
}

interface ExportFormProps {
  readonly view: ViewInfo;
  readonly targets: readonly ExportTargetInfo[];
  readonly onClose: () => void;
}

function ExportForm({ view, targets, onClose }: ExportFormProps) {
  const exporting = useExport(view, targets);
  const { choice, onChoose, target, preview, trouble } = exporting;
  if (target === undefined) return null;
  return (
    <Dialog
      title={messages.exporting.title}
      size="large"
      onClose={onClose}
      footer={<ExportFooter exporting={exporting} target={target} onClose={onClose} />}
    >
      <div className="export">
        <div className="export-options">
          <TargetList
            targets={targets}
            chosen={target.id}
            onChoose={(to) => to !== '' && onChoose({ ...choice, to })}
          />
          <ScopeList view={view} choice={choice} onChoose={onChoose} />
        </div>
        <div className="export-preview">
          <h3 className="export-name">{target.name}</h3>
          <p className="muted">{target.description}</p>
          <TargetOptions target={target} preview={preview} choice={choice} onChoose={onChoose} />
          <ExportPreview target={target} preview={preview} trouble={trouble} />
        </div>
      </div>
    </Dialog>
  );
}
