import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import type { RequestPreview } from '#shared/api/verdict.ts';
import { useApp } from '../state/app-store.ts';
import { goToLine } from '../state/edit-actions.ts';
import { reviewReadable } from '../state/readable-actions.ts';
import { useRequestPreview } from '../state/use-request-preview.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { messages } from '../ui/messages.ts';
import '../ui/field.css';
import './request.css';

/** The Cookie header that each program would send to an address, and why other cookies stay. */
export function Request({ document, version }: { readonly document: string; readonly version: string }) {
  const clients = useApp(({ layout }) => layout.clients);
  const [url, setUrl] = useState('');
  const [reveal, setReveal] = useState(false);
  const { request } = messages;
  const { previews, trouble } = useRequestPreview({ document, clients, url, reveal }, version);
  return (
    <div className="request">
      <div className="request-bar">
        <input
          type="url"
          className="input"
          aria-label={request.url}
          aria-invalid={trouble !== undefined}
          placeholder={request.placeholder}
          value={url}
          spellCheck={false}
          onChange={({ target }) => setUrl(target.value)}
        />
        <IconButton label={reveal ? request.conceal : request.reveal} onClick={() => setReveal(!reveal)}>
          {reveal ? <EyeOff size={15} /> : <Eye size={15} />}
        </IconButton>
      </div>
      {trouble !== undefined && (
        <p className="request-trouble severity-error" role="alert">
          {trouble}
        </p>
      )}
      {url.trim() === '' && <p className="bottom-none muted">{request.nothingYet}</p>}
      <ul className="request-list">
        {previews.map((preview) => (
          <PreviewItem key={`${preview.client} ${preview.version}`} document={document} preview={preview} />
        ))}
      </ul>
    </div>
  );
}

function PreviewItem({ document, preview }: { readonly document: string; readonly preview: RequestPreview }) {
  const { request } = messages;
  const { title, version, refusal, header, bytes, sent, leftOut, moreLeftOut } = preview;
  return (
    <li className="request-item">
      <h3>
        {title} <span className="muted numeric">{version}</span>
        {header !== undefined && <span className="muted numeric">{request.size(sent.length, bytes)}</span>}
      </h3>
      {refusal !== undefined && (
        <p className="severity-error">
          {messages.clients.refuses(title)}: {refusal.text}.{' '}
          <Button className="button-small" onClick={() => reviewReadable(document)}>
            {messages.readable.make}
          </Button>
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
            {leftOut.map(({ id, line, name, domain, reason }) => (
              <li key={id}>
                <button type="button" onClick={() => void goToLine(document, id)}>
                  <span className="muted numeric">{messages.inspector.line(line)}</span>
                  <span className="clip request-name">{name === '' ? messages.grid.empty : name}</span>
                  <span className="clip muted">{domain}</span>
                  <span className="clip">{reason}</span>
                </button>
              </li>
            ))}
          </ul>
          {moreLeftOut > 0 && <p className="muted">{request.more(moreLeftOut)}</p>}
        </details>
      )}
    </li>
  );
}
