import { useState } from 'react';
import type { KnownClient } from '#shared/api/verdict.ts';
import { useApp } from '../../state/app-store.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { chooseClients } from '../../state/verdict-actions.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { messages } from '../../ui/messages.ts';
import '../../ui/field.css';
import './clients-dialog.css';

/** By client id, the release that was chosen; the newest where none is named. */
type Choice = Readonly<Record<string, string>>;

const NEWEST = '';

/** Which programs and browsers, in which releases, a person wants to be told about. */
export function ClientsDialog({ onClose }: { readonly onClose: () => void }) {
  // The standard is no browser that somebody uses: it stands beside them where headers are received.
  const known = useAnswer('verdict.clients', {})?.filter(({ kind }) => kind !== 'standard') ?? [];
  const chosen = useApp(({ layout }) => layout.clients);
  const browsers = useApp(({ layout }) => layout.browsers);
  const [choice, setChoice] = useState<Choice>(() => choiceOf([...chosen, ...browsers]));
  const { clients } = messages;
  const named = (wanted: KnownClient['kind']): string[] =>
    known
      .filter(({ id, kind }) => kind === wanted && id in choice)
      .map(({ id }) => `${id} ${choice[id] ?? NEWEST}`.trim());
  const apply = (): void => {
    void chooseClients(named('program'), named('browser'));
    onClose();
  };
  const footer = (
    <>
      <Button onClick={onClose}>{messages.cancel}</Button>
      <Button look="primary" onClick={apply}>
        {messages.done}
      </Button>
    </>
  );
  const list = (wanted: KnownClient['kind']) => (
    <ul className="clients-list">
      {known
        .filter(({ kind }) => kind === wanted)
        .map((client) => (
          <ClientItem key={client.id} client={client} choice={choice} onChoice={setChoice} />
        ))}
    </ul>
  );
  return (
    <Dialog title={clients.choose} description={clients.chooseText} onClose={onClose} footer={footer}>
      {list('program')}
      <h3 className="clients-browsers">{clients.browsers}</h3>
      <p className="muted">{clients.browsersText}</p>
      {list('browser')}
    </Dialog>
  );
}

interface ClientItemProps {
  readonly client: KnownClient;
  readonly choice: Choice;
  readonly onChoice: (choice: Choice) => void;
}

function ClientItem({ client: { id, title, versions }, choice, onChoice }: ClientItemProps) {
  const isChosen = id in choice;
  const toggle = (): void => {
    const { [id]: _, ...others } = choice;
    onChoice(isChosen ? others : { ...choice, [id]: NEWEST });
  };
  return (
    <li className="clients-item">
      <label>
        <input type="checkbox" className="checkbox" checked={isChosen} onChange={toggle} />
        {title}
      </label>
      <select
        className="select"
        aria-label={messages.clients.versionOf(title)}
        disabled={!isChosen}
        value={choice[id] ?? NEWEST}
        onChange={({ target }) => onChoice({ ...choice, [id]: target.value })}
      >
        <option value={NEWEST}>{messages.clients.newest}</option>
        {versions.toReversed().map((version) => (
          <option key={version.id} value={version.id}>
            {messages.clients.version(version.id, version.debian12 === true)}
          </option>
        ))}
      </select>
    </li>
  );
}

function choiceOf(clients: readonly string[]): Choice {
  return Object.fromEntries(
    clients.map((text) => {
      const [id = '', version = NEWEST] = text.split(' ');
      return [id, version];
    }),
  );
}
