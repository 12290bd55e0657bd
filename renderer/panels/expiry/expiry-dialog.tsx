import { useId, useState } from 'react';
import { useApp } from '../../state/app-store.ts';
import { showBulkEdit } from '../../state/bulk-actions.ts';
import type { BulkKind } from '../../state/bulk-kind.ts';
import { backToNow, judgeAsOf } from '../../state/clock-actions.ts';
import { isEnabled, labelOf, runCommand } from '../../state/commands.ts';
import { appStore } from '../../state/app-store.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { expiryMessages as words } from '../../ui/expiry-messages.ts';
import { showDates } from '../../ui/times.ts';
import '../../ui/field.css';
import { Timeline } from '../overview/timeline.tsx';
import '../overview/overview.css';
import './expiry.css';

interface ExpiryDialogProps {
  readonly document: string;
  readonly onClose: () => void;
}

const ACTIONS: readonly { readonly kind: BulkKind; readonly label: string }[] = [
  { kind: 'set', label: words.set },
  { kind: 'shift-expiry', label: words.shift },
  { kind: 'cap-expiry', label: words.cap },
  { kind: 'session', label: words.session },
];

/** When the cookies of a document end, as of which moment that is told, and what can be done about it. */
export function ExpiryDialog({ document, onClose }: ExpiryDialogProps) {
  const known = useApp(({ documents }) => documents.find(({ id }) => id === document));
  const now = useApp((state) => state.now);
  const overview = useAnswer('overview.get', { document }, [known?.version, now]);
  if (known === undefined) return null;
  const state = appStore.getState();
  const canDelete = isEnabled(state, 'edit.removeExpired');
  return (
    <Dialog
      size="large"
      title={words.title(known.title)}
      description={words.text}
      onClose={onClose}
      footer={
        <>
          <span className="dialog-start expiry-actions">
            {ACTIONS.map(({ kind, label }) => (
              <Button key={kind} onClick={() => showBulkEdit(document, kind)}>
                {label}
              </Button>
            ))}
          </span>
          <Button look="primary" disabled={!canDelete} onClick={() => runCommand('edit.removeExpired')}>
            {canDelete ? labelOf(state, 'edit.removeExpired') : words.noneExpired}
          </Button>
        </>
      }
    >
      {overview && <Timeline document={document} overview={overview} />}
      <AsOf />
    </Dialog>
  );
}

/** The moment as of which cookies are judged. */
function AsOf() {
  const asOf = useApp((state) => state.asOf);
  const [text, setText] = useState('');
  const [trouble, setTrouble] = useState<string>();
  const wrong = useId();
  const judge = async (): Promise<void> => setTrouble(await judgeAsOf(text));
  return (
    <form
      className="expiry-clock"
      onSubmit={(event) => {
        event.preventDefault();
        void judge();
      }}
    >
      <div className="expiry-clock-line">
        <label>
          {words.asOfLabel}{' '}
          <input
            className="input"
            value={text}
            placeholder={words.asOfHint}
            aria-invalid={trouble !== undefined}
            aria-describedby={wrong}
            onChange={({ currentTarget }) => {
              setText(currentTarget.value);
              setTrouble(undefined);
            }}
          />
        </label>
        <Button type="submit" disabled={text.trim() === ''}>
          {words.judge}
        </Button>
        {asOf !== undefined && (
          <>
            <strong>{words.asOf(showDates(asOf)?.utc ?? '')}</strong>
            <Button onClick={() => void backToNow()}>{words.backToNow}</Button>
          </>
        )}
      </div>
      <p id={wrong} className={trouble === undefined ? 'muted' : 'expiry-trouble'} role="status">
        {trouble ?? words.asOfText}
      </p>
    </form>
  );
}
