import type { EntryDetail } from '#shared/api/entry.ts';
import { messages } from '../../ui/messages.ts';

/** The line's bytes: as they will be written, and as they are on disk where that differs. */
export function EntryLines({ detail }: { readonly detail: EntryDetail }) {
  const { inspector } = messages;
  const { raw, savedRaw } = detail;
  return (
    <section className="inspector-section" aria-label={inspector.raw}>
      <h3>{inspector.raw}</h3>
      {savedRaw === undefined ? (
        <pre className="raw-line mono">{raw}</pre>
      ) : (
        <>
          <p className="raw-label">{inspector.saved}</p>
          <pre className="raw-line mono">{savedRaw}</pre>
          <p className="raw-label">{inspector.asWritten}</p>
          <pre className="raw-line mono">{raw}</pre>
        </>
      )}
    </section>
  );
}
