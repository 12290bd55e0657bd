import type { EditableField } from '#shared/api/common.ts';
import type { EntryDetail } from '#shared/api/entry.ts';
import { useApp } from '../../state/app-store.ts';
import { messages } from '../../ui/messages.ts';
import { showMoment } from '../../ui/times.ts';
import { FlagField } from './flag-field.tsx';
import { TextField } from './text-field.tsx';

interface EntryFieldsProps {
  readonly document: string;
  readonly detail: EntryDetail;
}

const TEXTS = ['name', 'domain', 'path', 'expires', 'sameSite'] as const satisfies readonly EditableField[];
const FLAGS = ['hostOnly', 'secureOnly', 'httpOnly'] as const satisfies readonly EditableField[];

/** The fields of an entry, each edited in its place. */
export function EntryFields({ document, detail }: EntryFieldsProps) {
  const now = useApp((state) => state.now);
  const { inspector } = messages;
  const { id, editable } = detail;
  const more: Partial<Record<EditableField, string | undefined>> = {
    domain: detail.unicodeDomain ?? siteOf(detail),
    expires: detail.expiryTime === undefined ? undefined : showMoment(detail.expiryTime, now),
  };
  const texts = TEXTS.filter((field) => field !== 'sameSite' || editable.includes(field));
  return (
    <section className="inspector-section" aria-label={inspector.fields}>
      <h3>{inspector.fields}</h3>
      <dl>
        {texts.map((field) => (
          <TextField
            key={field}
            of={{ document, id, field }}
            text={field === 'expires' ? expiryWords(detail) : (detail[field] ?? '')}
            more={more[field]}
            editable={editable.includes(field)}
          />
        ))}
        {FLAGS.map((field) => (
          <FlagField
            key={field}
            of={{ document, id, field }}
            on={detail[field]}
            editable={editable.includes(field)}
          />
        ))}
        <div className="field-row">
          <dt>{inspector.size}</dt>
          <dd className="muted numeric">{inspector.sizes(detail.nameBytes, detail.valueBytes)}</dd>
        </div>
        {detail.extras.map(({ label, text }) => (
          <div className="field-row" key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function siteOf({ registrableDomain, domain }: EntryDetail): string | undefined {
  if (registrableDomain === undefined || registrableDomain === domain) return undefined;
  return `${messages.inspector.site}: ${registrableDomain}`;
}

function expiryWords({ expiryTime, expiryText }: EntryDetail): string {
  if (expiryTime === undefined && (expiryText === '0' || expiryText === '')) return messages.grid.session;
  return expiryText;
}
