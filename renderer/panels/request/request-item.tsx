import type { RequestPreview } from '#shared/api/verdict.ts';
import { goToLine } from '../../state/edit-actions.ts';
import { messages } from '../../ui/messages.ts';

interface RequestItemProps {
  readonly document: string;
  readonly preview: RequestPreview;
}

/** What one program or browser would send. */
export function RequestItem({ document, preview }: RequestItemProps) {
  const { request } = messages;
  const { title, version, refusal, header, bytes, sent, leftOut, moreLeftOut } = preview;
  return (
    <li className="request-item">
      <h2>
        {title} <span className="muted numeric">{version}</span>
        {header !== undefined && <span className="muted numeric">{request.size(sent.length, bytes)}</span>}
      </h2>
      {refusal !== undefined && (
        <p className="severity-error">
          {messages.clients.refuses(title)}: {refusal.text}.
        </p>
      )}
      {header === undefined ? (
        refusal === undefined && <p className="muted">{request.none}</p>
      ) : (
        <pre className="request-header mono selectable">Cookie: {header}</pre>
      )}
      {leftOut.length > 0 && (
        <details className="request-left">
          <summary>{request.leftOut(leftOut.length + moreLeftOut)}</summary>
          <ul>
            {leftOut.map((cookie) => (
              <li key={cookie.id}>
                <LeftOut document={document} cookie={cookie} />
              </li>
            ))}
          </ul>
          {moreLeftOut > 0 && <p className="muted">{request.more(moreLeftOut)}</p>}
        </details>
      )}
    </li>
  );
}

function LeftOut({
  document,
  cookie,
}: {
  readonly document: string;
  readonly cookie: RequestPreview['leftOut'][number];
}) {
  const { id, line, name, domain, reason, sameSite } = cookie;
  const said = sameSite === undefined ? '' : ` · ${messages.request.sameSite(sameSite)}`;
  return (
    <button type="button" onClick={() => void goToLine(document, id)}>
      <span className="muted numeric">{messages.inspector.line(line)}</span>
      <span className="clip request-name">{name === '' ? messages.grid.empty : name}</span>
      <span className="clip muted">{domain}</span>
      <span className="clip">
        {reason}
        <span className="muted">{said}</span>
      </span>
    </button>
  );
}
