import { useState } from 'react';
import { useApp } from '../../state/app-store.ts';
import { saveAs } from '../../state/document-actions.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { LossList } from '../../ui/loss-list.tsx';
import { messages } from '../../ui/messages.ts';
import { saveAsMessages as words } from '../../ui/save-as-messages.ts';
import { showTimeOfDay } from '../../ui/times.ts';
import './save-as.css';

interface SaveAsDialogProps {
  readonly document: string;
  readonly onClose: () => void;
}

/** What most programs read. */
const USUAL = 'netscape';

/** In which format a document goes on, and what of it that format cannot hold; the place is asked next. */
export function SaveAsDialog({ document, onClose }: SaveAsDialogProps) {
  const info = useApp(({ documents }) => documents.find(({ id }) => id === document));
  const formats = useAnswer('export.targets', {})?.filter(({ kind }) => kind === 'format');
  const [chosen, setChosen] = useState<string>();
  const own = info?.importedFrom === undefined ? info?.formatId : undefined;
  const proposed = own === USUAL ? formats?.find(({ id }) => id !== own)?.id : USUAL;
  const format = formats?.find(({ id }) => id === (chosen ?? proposed));
  const preview = useAnswer('export.preview', format && { document, to: format.id }, info?.version);
  if (info === undefined || formats === undefined || format === undefined) return null;
  const save = async (): Promise<void> => {
    if (await saveAs(document, format)) onClose();
  };
  const footer = (
    <>
      <Button onClick={onClose}>{messages.cancel}</Button>
      <Button look="primary" disabled={preview === undefined} onClick={() => void save()}>
        {words.save}
      </Button>
    </>
  );
  const { importedFrom } = info;
  const text =
    importedFrom === undefined
      ? words.text
      : words.copyOf(importedFrom.formatName, showTimeOfDay(importedFrom.at));
  return (
    <Dialog title={words.title} description={text} onClose={onClose} footer={footer}>
      <form
        className="save-as"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label>
          {words.format}
          <select
            className="select"
            value={format.id}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          >
            {formats.map(({ id, name }) => (
              <option key={id} value={id}>
                {id === own ? words.asNow(name) : name}
              </option>
            ))}
          </select>
        </label>
        <div className="save-as-losses" aria-live="polite">
          {preview === undefined ? (
            <p className="muted">{words.looking}</p>
          ) : (
            <Outcome losses={preview.losses} unparsed={format.id === own ? 0 : info.unparsed} />
          )}
        </div>
      </form>
    </Dialog>
  );
}

interface OutcomeProps {
  readonly losses: Parameters<typeof LossList>[0]['losses'];
  /** Rows that are no cookie; another format cannot hold them. */
  readonly unparsed: number;
}

function Outcome({ losses, unparsed }: OutcomeProps) {
  const kept = { code: 'unparsed', message: words.unparsed(unparsed), count: unparsed };
  const all = unparsed > 0 ? [...losses, kept] : losses;
  if (all.length === 0) return <p className="muted">{words.nothingLost}</p>;
  return <LossList title={words.lost} losses={all} />;
}
