import { useState } from 'react';
import { RUN_PROGRAMS, type RunProgram } from '#shared/exports/run-command.ts';
import { activeView, useApp } from '../../state/app-store.ts';
import { makeRunCopy } from '../../state/run-copy-actions.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { messages } from '../../ui/messages.ts';
import { runCopyMessages as words } from '../../ui/sharing-messages.ts';
import { DisposableItem } from './disposable-item.tsx';
import './disposable-dialog.css';

interface DisposableDialogProps {
  readonly document: string;
  readonly onClose: () => void;
}

/** Throw-away copies of a document for one run of a program: those that are there, and a new one. */
export function DisposableDialog({ document, onClose }: DisposableDialogProps) {
  const copies = useApp((state) => state.copies[document]) ?? [];
  const view = useApp((state) => activeView(state)?.info);
  const [program, setProgram] = useState<RunProgram>('yt-dlp');
  const [typed, setTyped] = useState<string>();
  const [onlySelected, setOnlySelected] = useState((view?.selected ?? 0) > 0);
  const proposed = useAnswer('runCopy.address', { document });
  const url = (typed ?? proposed?.url ?? '').trim();
  const selected = view?.document === document ? view.selected : 0;
  const make = (): void => {
    const of = onlySelected && selected > 0 && view !== undefined ? view : undefined;
    const target = of && { target: { view: of.id, which: 'selection' as const } };
    void makeRunCopy({ document, program, url, ...target });
  };
  const footer = (
    <>
      <Button onClick={onClose}>{copies.length > 0 ? words.later : messages.cancel}</Button>
      <Button look={copies.length > 0 ? 'plain' : 'primary'} disabled={url === ''} onClick={make}>
        {words.make}
      </Button>
    </>
  );
  return (
    <Dialog size="large" title={words.title} description={words.text} onClose={onClose} footer={footer}>
      <OrderForm
        program={program}
        url={typed ?? proposed?.url ?? ''}
        onProgram={setProgram}
        onUrl={setTyped}
        onSubmit={make}
      />
      {selected > 0 && (
        <label className="run-copy-check">
          <input
            type="checkbox"
            className="checkbox"
            checked={onlySelected}
            onChange={({ currentTarget }) => setOnlySelected(currentTarget.checked)}
          />
          {words.scope.selection(selected)}
        </label>
      )}
      {copies.map((copy) => (
        <DisposableItem key={copy.id} copy={copy} />
      ))}
    </Dialog>
  );
}

interface OrderFormProps {
  readonly program: RunProgram;
  readonly url: string;
  readonly onProgram: (program: RunProgram) => void;
  readonly onUrl: (url: string) => void;
  readonly onSubmit: () => void;
}

/** For which program, and for which address. */
function OrderForm({ program, url, onProgram, onUrl, onSubmit }: OrderFormProps) {
  return (
    <form
      className="run-copy-order"
      onSubmit={(event) => {
        event.preventDefault();
        if (url.trim() !== '') onSubmit();
      }}
    >
      <label>
        <span className="muted">{words.program}</span>
        <select
          className="select"
          value={program}
          onChange={({ currentTarget }) =>
            onProgram(RUN_PROGRAMS.find((one) => one === currentTarget.value) ?? program)
          }
        >
          {RUN_PROGRAMS.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      <label className="run-copy-url">
        <span className="muted">{words.url}</span>
        <input
          className="input"
          type="text"
          inputMode="url"
          spellCheck={false}
          value={url}
          onChange={({ currentTarget }) => onUrl(currentTarget.value)}
        />
      </label>
    </form>
  );
}
