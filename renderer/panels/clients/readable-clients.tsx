import type { RepairForAnswer } from '#shared/api/repair.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { Button } from '../../ui/button.tsx';
import { messages } from '../../ui/messages.ts';

interface ReadableClientsProps {
  /** As a person names them: `curl`, `curl 8.21.0`. */
  readonly clients: readonly string[];
  /** Those that the person cares about. */
  readonly mine: readonly string[];
  readonly gains: RepairForAnswer['gains'];
  readonly onClients: (clients: readonly string[]) => void;
}

const idOf = (text: string): string => text.split(' ')[0] ?? text;

/** The programs to choose from, each with how much of the file it loads now and afterwards. */
export function ReadableClients({ clients, mine, gains, onClients }: ReadableClientsProps) {
  const known = (useAnswer('verdict.clients', {}) ?? []).filter(({ kind }) => kind === 'program');
  const { readable } = messages;
  const toggle = (id: string, on: boolean): void => {
    const text = mine.find((one) => idOf(one) === id) ?? id;
    onClients(on ? [...clients, text] : clients.filter((one) => idOf(one) !== id));
  };
  return (
    <section className="readable-clients" aria-label={readable.forPrograms}>
      <ul>
        {known.map(({ id, title }) => {
          const gain = gains.find(({ client }) => client === id);
          const isChosen = clients.some((one) => idOf(one) === id);
          return (
            <li key={id}>
              <label className={isChosen ? 'readable-client readable-chosen' : 'readable-client'}>
                <input
                  type="checkbox"
                  className="checkbox"
                  checked={isChosen}
                  onChange={({ currentTarget }) => toggle(id, currentTarget.checked)}
                />
                <span className="clip">{title}</span>
                {isChosen && gain !== undefined && <GainText gain={gain} />}
              </label>
            </li>
          );
        })}
      </ul>
      <div className="readable-sets">
        <Button className="button-small" look="quiet" onClick={() => onClients(mine)}>
          {readable.mine}
        </Button>
        <Button
          className="button-small"
          look="quiet"
          onClick={() => onClients(known.map(({ id }) => mine.find((one) => idOf(one) === id) ?? id))}
        >
          {readable.everyone}
        </Button>
      </div>
    </section>
  );
}

function GainText({ gain }: { readonly gain: RepairForAnswer['gains'][number] }) {
  const { readable } = messages;
  const { title, before, after, of, refusedAfter } = gain;
  if (refusedAfter) return <span className="readable-gain severity-error">{readable.refuses}</span>;
  const tone = after === of ? 'readable-all' : 'severity-warning';
  return (
    <span className={`readable-gain numeric ${tone}`} title={readable.loadsLabel(title, after, of)}>
      {readable.loads(before, after, of)}
    </span>
  );
}
