import { useState } from 'react';
import type { Damage } from '#shared/api/repair.ts';
import { useApp } from '../../state/app-store.ts';
import { repair } from '../../state/repair-actions.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { messages } from '../../ui/messages.ts';
import { RepairPreview } from './repair-preview.tsx';
import './repair-dialog.css';

interface RepairDialogProps {
  readonly document: string;
  readonly onClose: () => void;
}

/** Who wrote a file and how that is known, what it got wrong, and what a repair would change. */
export function RepairDialog({ document, onClose }: RepairDialogProps) {
  const [choices, setChoices] = useState<readonly string[]>([]);
  const version = useApp(({ documents }) => documents.find(({ id }) => id === document)?.version);
  const proposal = useAnswer('repair.propose', { document }, version);
  const writer = proposal?.writer;
  if (proposal === undefined || writer === undefined) return null;
  const { repairs } = messages;
  const choose = (id: string, on: boolean): void =>
    setChoices(on ? [...choices, id] : choices.filter((one) => one !== id));
  const mends = proposal.mendable || choices.length > 0;
  const footer = (
    <>
      <Button onClick={onClose}>{mends ? messages.cancel : messages.close}</Button>
      {mends && (
        <Button
          look="primary"
          autoFocus
          onClick={() => {
            onClose();
            void repair(document, choices);
          }}
        >
          {repairs.repair}
        </Button>
      )}
    </>
  );
  return (
    <Dialog
      size="large"
      title={repairs.writtenBy(writer.title, writer.confidence)}
      description={writer.evidence.join(' ')}
      onClose={onClose}
      footer={footer}
    >
      {proposal.damage.length === 0 ? (
        <p className="muted">{repairs.nothingWrong}</p>
      ) : (
        <ul className="damage-list">
          {proposal.damage.map((damage) => (
            <DamageItem
              key={damage.id}
              damage={damage}
              chosen={choices.includes(damage.id)}
              onChoose={choose}
            />
          ))}
        </ul>
      )}
      {mends && <RepairPreview document={document} choices={choices} version={version} />}
    </Dialog>
  );
}

interface DamageItemProps {
  readonly damage: Damage;
  readonly chosen: boolean;
  readonly onChoose: (id: string, on: boolean) => void;
}

function DamageItem({ damage, chosen, onChoose }: DamageItemProps) {
  const { id, title, explanation, certainty, cure, lines } = damage;
  const { repairs } = messages;
  return (
    <li className="damage">
      <div className="damage-head">
        <strong>{title}</strong>
        {lines > 0 && <span className="muted numeric">{repairs.lines(lines, certainty)}</span>}
        <span className={cure === 'repair' ? 'damage-cure damage-mended' : 'damage-cure'}>
          {repairs.cure[cure]}
        </span>
      </div>
      <p className="muted">{explanation}</p>
      {cure === 'choice' && (
        <label className="damage-choice">
          <input
            type="checkbox"
            checked={chosen}
            onChange={({ currentTarget }) => onChoose(id, currentTarget.checked)}
          />
          {repairs.choose}
        </label>
      )}
    </li>
  );
}
