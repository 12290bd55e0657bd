import { useState } from 'react';
import type { Version } from '#shared/api/version.ts';
import { useApp } from '../../state/app-store.ts';
import { reviewMerge } from '../../state/merge-actions.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { purgeVersions, restoreVersion } from '../../state/version-actions.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { messages } from '../../ui/messages.ts';
import { showMoment } from '../../ui/times.ts';
import { ChangeList } from '../changes/change-list.tsx';
import '../repair/repair-dialog.css';
import './versions-dialog.css';

interface VersionsDialogProps {
  readonly document: string;
  readonly onClose: () => void;
}

const SHOWN = 30;

/** What a file was before each save and each change by another program; one of them can come back. */
export function VersionsDialog({ document, onClose }: VersionsDialogProps) {
  const info = useApp(({ documents }) => documents.find(({ id }) => id === document));
  const [purged, setPurged] = useState(0);
  const [chosen, setChosen] = useState<string>();
  const answer = useAnswer('version.list', { document }, purged);
  if (info === undefined || answer === undefined) return null;
  const { versions, unreadable } = answer;
  const version = chosen ?? versions[0]?.id;
  const { versions: words } = messages;
  const restore = (): void => {
    onClose();
    if (version !== undefined) void restoreVersion(document, version);
  };
  const purge = async (): Promise<void> => {
    if ((await purgeVersions(document)) !== undefined) setPurged(purged + 1);
  };
  const count = versions.length + unreadable;
  const footer = (
    <>
      {count > 0 && <PurgeButton count={count} onPurge={() => void purge()} />}
      <Button onClick={onClose}>{version === undefined ? messages.close : messages.cancel}</Button>
      {version !== undefined && (
        <Button onClick={() => reviewMerge(document, { version })}>{words.compare}</Button>
      )}
      {version !== undefined && (
        <Button look="primary" disabled={info.readOnly === 'format'} onClick={restore}>
          {words.restore}
        </Button>
      )}
    </>
  );
  return (
    <Dialog
      size="large"
      title={words.title(info.title)}
      description={words.text}
      onClose={onClose}
      footer={footer}
    >
      {versions.length === 0 && <p className="muted">{words.none}</p>}
      <ul className="version-list">
        {versions.map((one) => (
          <VersionItem key={one.id} version={one} chosen={one.id === version} onChoose={setChosen} />
        ))}
      </ul>
      {unreadable > 0 && <p className="muted">{words.unreadable(unreadable)}</p>}
      {version !== undefined && (
        <VersionChanges document={document} version={version} present={info.version} />
      )}
    </Dialog>
  );
}

interface VersionItemProps {
  readonly version: Version;
  readonly chosen: boolean;
  readonly onChoose: (id: string) => void;
}

function VersionItem({ version, chosen, onChoose }: VersionItemProps) {
  const now = useApp((state) => state.now);
  const { id, time, reason, bytes, summary } = version;
  const { versions: words } = messages;
  return (
    <li>
      <label className="version">
        <input type="radio" name="version" checked={chosen} onChange={() => onChoose(id)} />
        <span className="version-time">{showMoment(time, Math.max(time, now))}</span>
        <span className="muted numeric">{words.size(bytes)}</span>
        <span className="muted version-reason">{[words.reason[reason], ...summary].join(' · ')}</span>
      </label>
    </li>
  );
}

/** Removing versions cannot be undone: the button asks once more. */
function PurgeButton({ count, onPurge }: { readonly count: number; readonly onPurge: () => void }) {
  const [asked, setAsked] = useState(false);
  const { versions: words } = messages;
  return (
    <Button
      look={asked ? 'danger' : 'quiet'}
      className="dialog-start"
      onBlur={() => setAsked(false)}
      onClick={() => {
        if (asked) onPurge();
        setAsked(!asked);
      }}
    >
      {asked ? words.reallyPurge(count) : words.purge}
    </Button>
  );
}

interface VersionChangesProps {
  readonly document: string;
  readonly version: string;
  readonly present: number;
}

/** What restoring would change of the document as it is; values are masked by the engine. */
function VersionChanges({ document, version, present }: VersionChangesProps) {
  const answer = useAnswer('version.compare', { document, version, most: SHOWN }, present);
  if (answer === undefined) return null;
  const { changes, total } = answer;
  const { versions: words } = messages;
  return (
    <section className="repair-preview">
      <h3>{words.changes}</h3>
      {total === 0 ? <p className="muted">{words.noChange}</p> : <ChangeList changes={changes} />}
      {total > changes.length && <p className="muted">{words.more(total - changes.length)}</p>}
    </section>
  );
}
