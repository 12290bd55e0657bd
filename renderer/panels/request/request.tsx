import { Eye, EyeOff, SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import type { OriginWord } from '#shared/api/verdict.ts';
import { appStore, useApp } from '../../state/app-store.ts';
import { useRequestPreview } from '../../state/use-request-preview.ts';
import { useShown } from '../../state/use-shown.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { messages } from '../../ui/messages.ts';
import { OriginSelect } from './origin-select.tsx';
import { RequestItem } from './request-item.tsx';
import '../../ui/field.css';
import './request.css';

const METHODS = ['GET', 'POST', 'PUT', 'DELETE'] as const;

/** The Cookie header that each program and browser would send to an address, and why other cookies stay. */
export function Request({ document, version }: { readonly document: string; readonly version: string }) {
  const clients = useApp(({ preferences }) => preferences.clients);
  const browsers = useApp(({ preferences }) => preferences.browsers);
  const [url, setUrl] = useState('');
  const [method, setMethod] = useState<string>('GET');
  const [initiator, setInitiator] = useState<OriginWord>('same-site');
  const [reveal, setReveal] = useShown(false);
  const { request } = messages;
  const question = { document, clients: [...clients, ...browsers], url, method, initiator, reveal };
  const { answer = [], trouble } = useRequestPreview(question, version);
  return (
    <div className="request">
      <div className="request-bar">
        <select
          className="select"
          aria-label={request.method}
          value={method}
          onChange={({ target }) => setMethod(target.value)}
        >
          {METHODS.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
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
        <OriginSelect origin={initiator} onOrigin={setInitiator} />
        <IconButton
          label={messages.clients.choose}
          onClick={() => appStore.setState({ dialog: { kind: 'clients' } })}
        >
          <SlidersHorizontal size={15} />
        </IconButton>
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
        {answer.map((preview) => (
          <RequestItem key={`${preview.client} ${preview.version}`} document={document} preview={preview} />
        ))}
      </ul>
    </div>
  );
}
