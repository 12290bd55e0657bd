import { Check, CircleSlash, Minus, PencilLine, Plus, Trash2 } from 'lucide-react';
import type { SetCookieOutcome, SetCookiePreview } from '#shared/api/set-cookie.ts';
import { useApp } from '../../state/app-store.ts';
import { messages } from '../../ui/messages.ts';
import { showRelative } from '../../ui/times.ts';

const ICONS = {
  add: Plus,
  replace: PencilLine,
  identical: Check,
  remove: Trash2,
  ignored: Minus,
  rejected: CircleSlash,
} as const;

type OutcomeWord = keyof typeof ICONS;

interface SetCookieTableProps {
  readonly chosen: SetCookiePreview;
  readonly all: readonly SetCookiePreview[];
}

/** What one browser makes of each header, and where the others do otherwise. */
export function SetCookieTable({ chosen, all }: SetCookieTableProps) {
  const { setCookie } = messages;
  const others = all.filter(({ client }) => client !== chosen.client);
  return (
    <table className="set-cookie-table" aria-label={setCookie.table(chosen.title)}>
      <thead>
        <tr>
          <th scope="col">{setCookie.line}</th>
          <th scope="col">{setCookie.outcome}</th>
          <th scope="col">{setCookie.cookie}</th>
          <th scope="col">{setCookie.why}</th>
        </tr>
      </thead>
      <tbody>
        {chosen.outcomes.map((outcome, at) => (
          <OutcomeRow
            key={outcome.line}
            outcome={outcome}
            otherwise={others.flatMap(({ title, outcomes }) => otherwise(title, outcome, outcomes[at]))}
          />
        ))}
      </tbody>
    </table>
  );
}

function OutcomeRow({
  outcome,
  otherwise: elsewhere,
}: {
  readonly outcome: SetCookieOutcome;
  readonly otherwise: readonly string[];
}) {
  const { setCookie } = messages;
  const now = useApp((state) => state.now);
  const { line, cookie } = outcome;
  const word = wordOf(outcome);
  const Icon = ICONS[word];
  return (
    <tr>
      <td className="muted numeric">{line}</td>
      <td>
        <span className={`set-cookie-outcome set-cookie-${word}`}>
          <Icon size={13} aria-hidden />
          {setCookie.outcomes[word]}
        </span>
      </td>
      <td>{cookie === undefined ? <Rejected name={outcome.name} /> : <Shown cookie={cookie} />}</td>
      <td>
        {whyOf(outcome, now)}
        {elsewhere.length > 0 && <div className="set-cookie-otherwise muted">{elsewhere.join(' · ')}</div>}
      </td>
    </tr>
  );
}

function Rejected({ name }: { readonly name: string | undefined }) {
  if (name === undefined) return <span className="muted">{messages.setCookie.unread}</span>;
  return <span className="set-cookie-name">{name}</span>;
}

function Shown({ cookie }: { readonly cookie: NonNullable<SetCookieOutcome['cookie']> }) {
  const { name, value, domain, hostOnly, path } = cookie;
  return (
    <>
      <span className="set-cookie-name">{name === '' ? messages.setCookie.noName : name}</span>
      {value !== undefined && <span className="mono set-cookie-value selectable">{value}</span>}
      <span className="muted set-cookie-place">
        {hostOnly ? domain : `.${domain}`}
        {path}
      </span>
    </>
  );
}

function wordOf({ outcome, standing }: SetCookieOutcome): OutcomeWord {
  return standing === 'identical' ? 'identical' : outcome;
}

/** When the cookie ends, as seen from the document's clock. */
function expiry({ outcome, cookie }: SetCookieOutcome, now: number): string | undefined {
  const { setCookie } = messages;
  if (cookie === undefined || (outcome !== 'add' && outcome !== 'replace')) return undefined;
  if (cookie.expiryTime === undefined) return setCookie.session;
  return setCookie.expires(showRelative(cookie.expiryTime, now));
}

/** The reason, or what changes and what is lost. */
function whyOf(outcome: SetCookieOutcome, now: number): string {
  const { setCookie } = messages;
  const { reason, step, documentLine, differs, notCarried, passedOver, unwritable, cookie } = outcome;
  const named = (attributes: readonly string[]): readonly string[] =>
    attributes.map((one) => setCookie.attributes[one] ?? one);
  const { secureOnly = false, httpOnly = false } = cookie ?? {};
  const isStored = outcome.outcome === 'add' || outcome.outcome === 'replace';
  const parts = [
    reason === undefined || step === undefined ? reason : `${reason} (${step})`,
    documentLine === undefined ? undefined : setCookie.inLine(documentLine),
    differs.length === 0 ? undefined : setCookie.changes(named(differs)),
    expiry(outcome, now),
    isStored && secureOnly ? 'Secure' : undefined,
    isStored && httpOnly ? 'HttpOnly' : undefined,
    notCarried.length === 0 ? undefined : setCookie.notCarried(named(notCarried)),
    ...passedOver.map(({ name, reason: why }) => setCookie.passedOver(name, why)),
    unwritable,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}

function otherwise(
  title: string,
  here: SetCookieOutcome,
  there: SetCookieOutcome | undefined,
): readonly string[] {
  if (there === undefined || wordOf(there) === wordOf(here)) return [];
  const { setCookie } = messages;
  const word = setCookie.other(title, setCookie.outcomes[wordOf(there)]);
  return [there.reason === undefined ? word : `${word}, ${there.reason}`];
}
