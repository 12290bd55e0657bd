import { Check, CircleSlash, Minus, PencilLine } from 'lucide-react';
import { messages } from './messages.ts';
import './outcome-icon.css';

/** What a program does with a line. */
export type OutcomeName = 'ignored' | 'kept' | 'changed' | 'dropped';

const icons = { ignored: Minus, kept: Check, changed: PencilLine, dropped: CircleSlash } as const;

/** One shape an outcome, told apart without colour, named for screen readers: "curl drops it". */
export function OutcomeIcon({
  outcome,
  client,
  size = 13,
}: {
  readonly outcome: OutcomeName;
  readonly client: string;
  readonly size?: number;
}) {
  const Icon = icons[outcome];
  const label = messages.clients.does(client, outcome);
  return (
    <span className={`outcome outcome-${outcome}`} role="img" aria-label={label} title={label}>
      <Icon size={size} aria-hidden />
    </span>
  );
}
