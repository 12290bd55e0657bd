import type { UncarriedReason } from '#shared/api/repair.ts';
import { messages } from '../ui/messages.ts';

const SHOWN = 30;

/** What no edit carries over, by program and reason. */
export function Uncarried({ items }: { readonly items: readonly UncarriedReason[] }) {
  const { readable } = messages;
  if (items.length === 0) return null;
  return (
    <section className="repair-preview">
      <h3>{readable.uncarried}</h3>
      <ul className="uncarried-list">
        {items.slice(0, SHOWN).map(({ title, version, kind, text, first, lines }) => (
          <li key={`${title} ${version} ${kind} ${text}`}>
            <span className="uncarried-client">
              {title} <span className="muted numeric">{version}</span>
            </span>
            <span className="uncarried-text">
              {first !== undefined && (
                <span className="muted numeric">{readable.lines(first, lines)} · </span>
              )}
              <span className={kind === 'stops' ? 'severity-error' : ''}>{readable.kind[kind]}</span>: {text}.
            </span>
          </li>
        ))}
      </ul>
      {items.length > SHOWN && <p className="muted">{readable.uncarriedMore(items.length - SHOWN)}</p>}
    </section>
  );
}
