import { Wrench, X } from 'lucide-react';
import type { DocumentInfo } from '#shared/api/document.ts';
import { useApp } from '../../state/app-store.ts';
import { leaveUnrepaired, repair, reviewRepair } from '../../state/repair-actions.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { messages } from '../../ui/messages.ts';
import { RefusalBar } from './refusal-bar.tsx';

/** Offers to mend what the program that wrote the file got wrong, or else what has programs refuse it. */
export function RepairBar({ info }: { readonly info: DocumentInfo }) {
  const { id, version } = info;
  const dismissed = useApp(({ unrepaired }) => unrepaired.includes(id));
  const proposal = useAnswer('repair.propose', dismissed ? undefined : { document: id }, `${id} ${version}`);
  const writer = proposal?.writer;
  if (dismissed || proposal === undefined) return null;
  if (!proposal.mendable || writer === undefined) return <RefusalBar document={id} />;
  const { repairs } = messages;
  const wrong = proposal.damage
    .filter(({ cure }) => cure === 'repair')
    .map(({ title, lines }) => (lines === 0 ? title : repairs.withCount(title, lines)));
  return (
    <div className="bar bar-warning" role="status">
      <Wrench size={14} aria-hidden />
      <span className="bar-text clip">
        <strong>{repairs.writtenBy(writer.title, writer.confidence)}</strong>{' '}
        <span className="muted">{wrong.join(' · ')}</span>
      </span>
      <Button className="button-small" onClick={() => reviewRepair(id)}>
        {repairs.review}
      </Button>
      <Button look="primary" className="button-small" onClick={() => void repair(id)}>
        {repairs.repair}
      </Button>
      <IconButton small label={repairs.leave} onClick={() => leaveUnrepaired(id)}>
        <X size={14} />
      </IconButton>
    </div>
  );
}
