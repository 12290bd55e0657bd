import { SlidersHorizontal } from 'lucide-react';
import type { LineVerdict } from '#shared/api/verdict.ts';
import { appStore, useApp } from '../../state/app-store.ts';
import { fix } from '../../state/edit-actions.ts';
import { reviewReadable } from '../../state/readable-actions.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { askAbout, asksClients } from '../../state/verdict-actions.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { messages } from '../../ui/messages.ts';
import { OutcomeIcon } from '../../ui/outcome-icon.tsx';
import './entry-verdicts.css';

interface EntryVerdictsProps {
  readonly document: string;
  readonly id: number;
  readonly version: unknown;
  /** The rules that found something in this line and can mend it. */
  readonly fixable: ReadonlySet<string>;
}

/** What each of the person's clients makes of the line, and why. */
export function EntryVerdicts({ document, id, version, fixable }: EntryVerdictsProps) {
  const clients = useApp(({ preferences }) => preferences.clients);
  const asks = useApp((state) => asksClients(state, document));
  const question = asks ? { document, id, clients: [...clients] } : undefined;
  const verdicts = useAnswer('verdict.line', question, version);
  return (
    <section className="inspector-section" aria-label={messages.clients.acceptedBy}>
      <h3>
        {messages.clients.acceptedBy}
        <IconButton
          small
          label={messages.clients.choose}
          onClick={() => appStore.setState({ dialog: { kind: 'clients' } })}
        >
          <SlidersHorizontal size={13} />
        </IconButton>
      </h3>
      {!asks && (
        <Button className="button-small" onClick={() => void askAbout(document)}>
          {messages.clients.ask}
        </Button>
      )}
      <ul className="verdict-list">
        {verdicts?.map((verdict) => (
          <VerdictItem
            key={`${verdict.client} ${verdict.version}`}
            verdict={verdict}
            onFix={mending(verdict, fixable, (rule) => void fix(document, rule, [id]))}
          />
        ))}
      </ul>
      {verdicts?.some(({ outcome }) => outcome === 'dropped') === true && (
        <Button className="button-small" onClick={() => reviewReadable(document)}>
          {messages.readable.make}
        </Button>
      )}
    </section>
  );
}

/** The fix of the first reason that one of the line's own findings mends. */
function mending(
  { reasons }: LineVerdict,
  fixable: ReadonlySet<string>,
  run: (rule: string) => void,
): (() => void) | undefined {
  const rule = reasons.find((reason) => reason.rule !== undefined && fixable.has(reason.rule))?.rule;
  return rule === undefined ? undefined : () => run(rule);
}

function VerdictItem({
  verdict,
  onFix,
}: {
  readonly verdict: LineVerdict;
  readonly onFix?: (() => void) | undefined;
}) {
  const { title, version, outcome, reasons } = verdict;
  return (
    <li className="verdict-item">
      <OutcomeIcon outcome={outcome} client={title} size={14} />
      <div className="verdict-words">
        <p>
          {title} <span className="muted numeric">{version}</span>
        </p>
        {outcome !== 'kept' && (
          <p className="muted">
            {messages.clients.outcome[outcome]}
            {reasons.length > 0 && `: ${reasons.map(({ text }) => text).join('; ')}`}
          </p>
        )}
      </div>
      {onFix !== undefined && (
        <Button className="button-small" onClick={onFix}>
          {messages.fix}
        </Button>
      )}
    </li>
  );
}
