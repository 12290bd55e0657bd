import type { KnownClient } from '#shared/api/verdict.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { messages } from '../../ui/messages.ts';
import '../../ui/field.css';
import './program-choice.css';

/** What somebody wants to be told about, as a person names it: `curl`, `wget 1.21.3`. */
export interface ChosenPrograms {
  readonly clients: readonly string[];
  readonly browsers: readonly string[];
}

/** By client id, the release that was chosen; the newest where none is named. */
type Choice = Readonly<Record<string, string>>;

const NEWEST = '';

interface ProgramChoiceProps {
  readonly chosen: ChosenPrograms;
  readonly onChoose: (chosen: ChosenPrograms) => void;
}

/** The programs and browsers that Crumbs knows, each to be chosen in a release. */
export function ProgramChoice({ chosen, onChoose }: ProgramChoiceProps) {
  // The standard is no browser that somebody uses: it stands beside them where headers are received.
  const known = useAnswer('verdict.clients', {})?.filter(({ kind }) => kind !== 'standard') ?? [];
  const choice = choiceOf([...chosen.clients, ...chosen.browsers]);
  const choose = (next: Choice): void => {
    const named = (wanted: KnownClient['kind']): string[] =>
      known
        .filter(({ id, kind }) => kind === wanted && id in next)
        .map(({ id }) => `${id} ${next[id] ?? NEWEST}`.trim());
    onChoose({ clients: named('program'), browsers: named('browser') });
  };
  const list = (wanted: KnownClient['kind']) => (
    <ul className="program-list">
      {known
        .filter(({ kind }) => kind === wanted)
        .map((client) => (
          <ProgramItem key={client.id} client={client} choice={choice} onChoice={choose} />
        ))}
    </ul>
  );
  return (
    <>
      {list('program')}
      <h3 className="program-browsers">{messages.clients.browsers}</h3>
      <p className="muted">{messages.clients.browsersText}</p>
      {list('browser')}
    </>
  );
}

interface ProgramItemProps {
  readonly client: KnownClient;
  readonly choice: Choice;
  readonly onChoice: (choice: Choice) => void;
}

function ProgramItem({ client: { id, title, versions }, choice, onChoice }: ProgramItemProps) {
  const isChosen = id in choice;
  const toggle = (): void => {
    const { [id]: _, ...others } = choice;
    onChoice(isChosen ? others : { ...choice, [id]: NEWEST });
  };
  return (
    <li className="program-item">
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
