import { useState } from 'react';
import type { ConcessionWord, RepairForAnswer } from '#shared/api/repair.ts';
import { useApp } from '../../state/app-store.ts';
import { saveInAnotherFormat } from '../../state/document-actions.ts';
import { makeReadable } from '../../state/readable-actions.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { messages } from '../../ui/messages.ts';
import { ChangeList } from '../changes/change-list.tsx';
import { ReadableClients } from './readable-clients.tsx';
import { Uncarried } from '../export/uncarried.tsx';
import './readable-dialog.css';

interface ReadableDialogProps {
  readonly document: string;
  readonly onClose: () => void;
}

const SHOWN = 50;
const CONCESSIONS: readonly ConcessionWord[] = ['http-only', 'lines'];

/** For which programs a file is to be made readable, what that changes, and what no edit can do. */
export function ReadableDialog({ document, onClose }: ReadableDialogProps) {
  const mine = useApp(({ preferences }) => preferences.clients);
  const info = useApp(({ documents }) => documents.find(({ id }) => id === document));
  const [clients, setClients] = useState<readonly string[]>(mine);
  const [allow, setAllow] = useState<readonly ConcessionWord[]>([]);
  const isText = info?.formatId === 'netscape';
  const question = { document, clients: [...clients], allow: [...allow], most: SHOWN };
  const answer = useAnswer('repair.previewFor', isText ? question : undefined, info?.version);
  const { readable } = messages;
  if (!isText) return <StructuredDialog document={document} onClose={onClose} />;
  const total = answer?.total ?? 0;
  const apply = (): void => {
    onClose();
    void makeReadable(document, { clients, allow });
  };
  const footer = (
    <>
      <Button onClick={onClose}>{messages.cancel}</Button>
      <Button look="primary" disabled={total === 0 || info?.readOnly === 'format'} onClick={apply}>
        {readable.apply(total)}
      </Button>
    </>
  );
  return (
    <Dialog size="large" title={readable.title} description={readable.text} onClose={onClose} footer={footer}>
      <ReadableClients clients={clients} mine={mine} gains={answer?.gains ?? []} onClients={setClients} />
      {answer !== undefined && (
        <>
          <Concessions answer={answer} allow={allow} onAllow={setAllow} />
          <Uncarried items={answer.uncarried} />
          <section className="repair-preview">
            <h3>{readable.changes}</h3>
            {total === 0 ? (
              <p className="muted">{readable.noChange}</p>
            ) : (
              <ChangeList changes={answer.changes} />
            )}
            {total > answer.changes.length && (
              <p className="muted">{readable.more(total - answer.changes.length)}</p>
            )}
          </section>
        </>
      )}
    </Dialog>
  );
}

interface ConcessionsProps {
  readonly answer: RepairForAnswer;
  readonly allow: readonly ConcessionWord[];
  readonly onAllow: (allow: readonly ConcessionWord[]) => void;
}

/** What may be given up, where giving it up helps. */
function Concessions({ answer, allow, onAllow }: ConcessionsProps) {
  const { readable } = messages;
  const useful = CONCESSIONS.filter(
    (one) => allow.includes(one) || answer.uncarried.some(({ concession }) => concession === one),
  );
  if (useful.length === 0) return null;
  return (
    <ul className="readable-allow">
      {useful.map((one) => (
        <li key={one}>
          <label>
            <input
              type="checkbox"
              className="checkbox"
              checked={allow.includes(one)}
              onChange={({ currentTarget }) =>
                onAllow(currentTarget.checked ? [...allow, one] : allow.filter((other) => other !== one))
              }
            />
            <span>
              {readable.allow[one]} <span className="muted">{readable.allowTip[one]}</span>
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}

/** Another format: the way is another file. */
function StructuredDialog({ document, onClose }: ReadableDialogProps) {
  const footer = (
    <>
      <Button onClick={onClose}>{messages.cancel}</Button>
      <Button look="primary" autoFocus onClick={() => saveInAnotherFormat(document)}>
        {messages.readable.saveAs}
      </Button>
    </>
  );
  return (
    <Dialog
      title={messages.readable.title}
      description={messages.readable.structured}
      onClose={onClose}
      footer={footer}
    />
  );
}
