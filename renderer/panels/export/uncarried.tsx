import type { UncarriedReason } from '#shared/api/repair.ts';
import { messages } from '../../ui/messages.ts';

const SHOWN = 30;

/** One thing that no edit carries over, and the programs that it concerns. */
interface Shared extends Pick<UncarriedReason, 'kind' | 'text' | 'help' | 'first' | 'lines'> {
  readonly key: string;
  readonly programs: readonly string[];
}

/** What no edit carries over, each reason once with the programs that have it. */
export function Uncarried({ items }: { readonly items: readonly UncarriedReason[] }) {
  const { readable } = messages;
  const shared = byReason(items);
  if (shared.length === 0) return null;
  return (
    <section className="repair-preview">
      <h3>{readable.uncarried}</h3>
      <ul className="uncarried-list">
        {shared.slice(0, SHOWN).map(({ key, kind, text, help, first, lines, programs }) => (
          <li key={key}>
            <p>
              {first !== undefined && (
                <span className="muted numeric">{readable.lines(first, lines)} · </span>
              )}
              <span className={kind === 'stops' ? 'severity-error' : ''}>{readable.kind[kind]}</span>: {text}.{' '}
              {help}
            </p>
            <p className="muted numeric">{programs.join(', ')}</p>
          </li>
        ))}
      </ul>
      {shared.length > SHOWN && <p className="muted">{readable.uncarriedMore(shared.length - SHOWN)}</p>}
    </section>
  );
}

function byReason(items: readonly UncarriedReason[]): readonly Shared[] {
  const byKey = new Map<string, Shared>();
  for (const { kind, text, help, first, lines, title, version } of items) {
    const key = `${kind} ${text} ${first ?? ''} ${lines}`;
    const programs = [...(byKey.get(key)?.programs ?? []), `${title} ${version}`];
    byKey.set(key, {
      key,
      kind,
      text,
      lines,
      programs,
      ...(help !== undefined && { help }),
      ...(first !== undefined && { first }),
    });
  }
  return [...byKey.values()];
}
