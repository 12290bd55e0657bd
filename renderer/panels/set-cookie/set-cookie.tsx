import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import type { SetCookieOutcome, SetCookiePreview } from '#shared/api/set-cookie.ts';
import { useApp } from '../../state/app-store.ts';
import {
  applyHeaders,
  draftOf,
  headersOf,
  keepDraft,
  type HeadersDraft,
} from '../../state/set-cookie-actions.ts';
import { useSettledAnswer } from '../../state/use-settled-answer.ts';
import { useShown } from '../../state/use-shown.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { messages } from '../../ui/messages.ts';
import { OriginSelect } from '../request/origin-select.tsx';
import { SetCookieReceivers } from './set-cookie-receivers.tsx';
import { SetCookieTable } from './set-cookie-table.tsx';
import { SetCookieText } from './set-cookie-text.tsx';
import '../../ui/field.css';
import './set-cookie.css';

const STANDARD = 'rfc6265bis';
const TROUBLES = ['address-unusable', 'too-many-rows', 'request-invalid'] as const;

/** Response headers as browsers receive them: what each would do with every cookie, and the same done to the document. */
export function SetCookie({ document, version }: { readonly document: string; readonly version: string }) {
  const browsers = useApp(({ preferences }) => preferences.browsers);
  const [draft, setDraft] = useState(() => draftOf(document));
  const [reveal, setReveal] = useShown(false);
  const change = (part: Partial<HeadersDraft>): void => {
    const next = { ...draft, ...part };
    setDraft(next);
    keepDraft(document, next);
  };
  const headers = headersOf(draft);
  const params = headers && { document, ...headers, receivers: [...browsers, STANDARD], reveal };
  const { answer = [], trouble } = useSettledAnswer('setCookie.preview', {
    params,
    version,
    troubles: TROUBLES,
  });
  const chosen = answer.find(({ client }) => client === draft.receiver) ?? answer[0];
  const count = trouble === undefined ? stored(chosen) : 0;
  const { setCookie } = messages;
  const receiver = chosen?.client ?? draft.receiver;
  return (
    <div className="set-cookie">
      <form
        className="set-cookie-bar"
        onSubmit={(event) => {
          event.preventDefault();
          void applyHeaders(document, { ...draft, receiver });
        }}
      >
        <AddressFields draft={draft} trouble={trouble} onChange={change} />
        <IconButton label={reveal ? setCookie.conceal : setCookie.reveal} onClick={() => setReveal(!reveal)}>
          {reveal ? <EyeOff size={15} /> : <Eye size={15} />}
        </IconButton>
        <Button look="primary" type="submit" disabled={count === 0}>
          {setCookie.apply(count)}
        </Button>
      </form>
      {trouble !== undefined && (
        <p className="set-cookie-trouble severity-error" role="alert">
          {trouble}
        </p>
      )}
      <div className="set-cookie-parts">
        <SetCookieText text={draft.text} reveal={reveal} onText={(text) => change({ text })} />
        <div className="set-cookie-result">
          <SetCookieReceivers
            previews={answer}
            chosen={receiver}
            onChosen={(next) => change({ receiver: next })}
          />
          <Outcomes isAsked={headers !== undefined && trouble === undefined} chosen={chosen} all={answer} />
        </div>
      </div>
    </div>
  );
}

function Outcomes({
  isAsked,
  chosen,
  all,
}: {
  readonly isAsked: boolean;
  readonly chosen: SetCookiePreview | undefined;
  readonly all: readonly SetCookiePreview[];
}) {
  const { setCookie } = messages;
  if (chosen === undefined)
    return isAsked ? null : <p className="bottom-none muted">{setCookie.nothingYet}</p>;
  if (chosen.outcomes.length === 0) return <p className="bottom-none muted">{setCookie.noHeader}</p>;
  return <SetCookieTable chosen={chosen} all={all} />;
}

interface AddressFieldsProps {
  readonly draft: HeadersDraft;
  readonly trouble: string | undefined;
  readonly onChange: (part: Partial<HeadersDraft>) => void;
}

/** Where and when the headers came from. */
function AddressFields({ draft, trouble, onChange }: AddressFieldsProps) {
  const { setCookie, request } = messages;
  return (
    <>
      <input
        type="text"
        inputMode="url"
        className="input set-cookie-url"
        aria-label={setCookie.url}
        aria-invalid={trouble !== undefined}
        placeholder={request.placeholder}
        value={draft.url}
        spellCheck={false}
        onChange={({ target }) => onChange({ url: target.value })}
      />
      <OriginSelect origin={draft.initiator} onOrigin={(initiator) => onChange({ initiator })} />
      <input
        type="datetime-local"
        step={1}
        className="input"
        aria-label={setCookie.time}
        title={setCookie.time}
        value={draft.time}
        onChange={({ target }) => onChange({ time: target.value })}
      />
    </>
  );
}

/** How many cookies the headers change in the document, as far as each header alone says. */
function stored(preview: SetCookiePreview | undefined): number {
  const changes = ({ outcome, standing, unwritable }: SetCookieOutcome): boolean =>
    outcome === 'remove' ||
    ((outcome === 'add' || outcome === 'replace') && standing !== 'identical' && unwritable === undefined);
  return preview?.outcomes.filter(changes).length ?? 0;
}
