import { useEffect, useState } from 'react';
import type { MergeInfo, MergeWith } from '#shared/api/merge.ts';
import { useApp } from '../../state/app-store.ts';
import { call } from '../../state/engine.ts';
import { applyMerge } from '../../state/merge-actions.ts';
import { attempt } from '../../state/notices.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { messages } from '../../ui/messages.ts';
import { chooseAll, choicesOf, type Chosen } from './merge-choices.ts';
import { MergeRows } from './merge-rows.tsx';
import './merge.css';

interface MergeDialogProps {
  readonly document: string;
  readonly beside: MergeWith;
  readonly keepDropped: boolean;
  readonly onClose: () => void;
}

/** A document beside its file, another file or an earlier version: what differs, and what to take of it. */
export function MergeDialog({ document, beside, keepDropped, onClose }: MergeDialogProps) {
  const info = useMerge(document, beside, onClose);
  if (info === undefined) return null;
  // What was chosen is of this very merge: another one begins anew.
  return <OpenMerge key={info.merge} info={info} keepDropped={keepDropped} onClose={onClose} />;
}

interface OpenMergeProps extends Pick<MergeDialogProps, 'keepDropped' | 'onClose'> {
  readonly info: MergeInfo;
}

function OpenMerge({ info, keepDropped, onClose }: OpenMergeProps) {
  const [chosen, setChosen] = useState<Chosen>({ lines: {}, keepDropped });
  const { merge: words } = messages;
  return (
    <Dialog
      size="large"
      title={words.title[info.kind](info.title)}
      description={info.summary.length === 0 ? words.same : words.text[info.kind]}
      onClose={onClose}
      footer={<MergeFooter info={info} chosen={chosen} onClose={onClose} />}
    >
      {info.total === 0 ? (
        <p className="muted">{words.same}</p>
      ) : (
        <>
          <p className="merge-summary">{info.summary.join(' · ')}</p>
          <MergeTools info={info} chosen={chosen} onChoose={setChosen} />
          {info.bothReordered && <p className="muted">{words.bothReordered}</p>}
          <MergeRows info={info} chosen={chosen} onChoose={setChosen} />
        </>
      )}
    </Dialog>
  );
}

/** Opens a merge, anew when the document or its file change; where that cannot be, there is nothing to show. */
function useMerge(document: string, beside: MergeWith, onFailed: () => void): MergeInfo | undefined {
  const [info, setInfo] = useState<MergeInfo>();
  const state = useApp(({ documents }) => {
    const known = documents.find(({ id }) => id === document);
    return JSON.stringify([known?.version, known?.diskChange]);
  });
  useEffect(() => {
    let current = true;
    let merge: string | undefined;
    const forget = (): void => {
      if (merge !== undefined) void call('merge.close', { merge }).catch(() => undefined);
    };
    void attempt(() => call('merge.open', { document, with: beside })).then((opened) => {
      merge = opened?.merge;
      if (!current) forget();
      else if (opened === undefined) onFailed();
      else setInfo(opened);
    });
    return () => {
      current = false;
      forget();
    };
    // What it is put beside does not change while the dialog is open.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [document, state]);
  return info;
}

interface MergeToolsProps {
  readonly info: MergeInfo;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

/** What is chosen for many lines at once. */
function MergeTools({ info, chosen, onChoose }: MergeToolsProps) {
  const { merge: words } = messages;
  const { entries, httpOnly, comments } = info.dropped;
  const sides = words.sides[info.kind];
  const many = info.kind === 'compare' || info.conflicts > 0;
  return (
    <div className="merge-tools">
      {many && (
        <>
          <span className="muted">{info.kind === 'merge' ? words.all : words.everyLine}</span>
          {(['mine', 'theirs'] as const).map((side) => (
            <Button
              key={side}
              className="button-small"
              aria-pressed={chosen.all === side}
              onClick={() => onChoose(chooseAll(chosen, side))}
            >
              {sides[side]}
            </Button>
          ))}
        </>
      )}
      {entries + httpOnly + comments > 0 && (
        <label className="merge-keep">
          <input
            type="checkbox"
            checked={chosen.keepDropped}
            onChange={(event) => onChoose({ ...chosen, keepDropped: event.target.checked })}
          />
          {words.keepDropped(info.dropped)}
        </label>
      )}
    </div>
  );
}

interface MergeFooterProps {
  readonly info: MergeInfo;
  readonly chosen: Chosen;
  readonly onClose: () => void;
}

/** What it would come to, and the way to it. */
function MergeFooter({ info, chosen, onClose }: MergeFooterProps) {
  const { merge: words } = messages;
  const choices = choicesOf(chosen, info.kind);
  const preview = useAnswer('merge.preview', { merge: info.merge, choices });
  const { open = 0, added = 0, edited = 0, removed = 0 } = preview ?? {};
  const nothing = added + edited + removed === 0;
  const apply = async (): Promise<void> => {
    if (await applyMerge(info.merge, choices)) onClose();
  };
  return (
    <>
      <span className="muted dialog-start" role="status">
        {open > 0 ? words.open(open) : nothing ? words.nothing : words.result(added, edited, removed)}
      </span>
      <Button onClick={onClose}>{messages.cancel}</Button>
      <Button
        look="primary"
        disabled={preview === undefined || open > 0 || (nothing && info.kind === 'compare')}
        onClick={() => void apply()}
      >
        {words.apply[info.kind]}
      </Button>
    </>
  );
}
