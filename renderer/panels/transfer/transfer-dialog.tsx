import { type ReactNode, useState } from 'react';
import type { TransferFrom, TransferInfo } from '#shared/api/transfer.ts';
import { useApp } from '../../state/app-store.ts';
import { applyArrival, type Arrival, waitingArrival } from '../../state/transfer-actions.ts';
import { useSettledAnswer } from '../../state/use-settled-answer.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { LossList } from '../../ui/loss-list.tsx';
import { messages } from '../../ui/messages.ts';
import { transferMessages as words } from '../../ui/transfer-messages.ts';
import { SiteField } from './site-field.tsx';
import { choicesOf, EVERYTHING, takenCount } from './transfer-choices.ts';
import { TransferRows } from './transfer-rows.tsx';
import './transfer.css';

const TROUBLES = ['address-unusable', 'edit-refused', 'file-missing', 'merge-outdated'] as const;

/** What is on its way into a document: what it meets there, what gets lost, and what of it to take. */
export function TransferDialog({ onClose }: { readonly onClose: () => void }) {
  const [arrival] = useState(waitingArrival);
  return arrival === undefined ? null : <OpenTransfer arrival={arrival} onClose={onClose} />;
}

function OpenTransfer({ arrival, onClose }: { readonly arrival: Arrival; readonly onClose: () => void }) {
  const [site, setSite] = useState<string>();
  const { document, from, way } = arrival;
  const known = useApp(({ documents }) => documents.find(({ id }) => id === document));
  const { answer, trouble } = useSettledAnswer('transfer.open', {
    params: { document, from: withSite(from, site) },
    version: String(known?.version),
    troubles: TROUBLES,
  });
  const info = answer?.kind === 'rows' && trouble === undefined ? answer : undefined;
  const header = answer?.kind === 'cookie-header' ? answer : undefined;
  const isHeader = header !== undefined || site !== undefined;
  const title = known?.title ?? '';
  if (answer === undefined && trouble === undefined) return null;
  const body = (
    <>
      {isHeader && (
        <SiteField
          proposed={header?.host}
          cookies={header?.cookies}
          site={site ?? ''}
          trouble={site === undefined || site.trim() === '' ? undefined : trouble}
          onSite={setSite}
        />
      )}
      {!isHeader && trouble !== undefined && <p role="alert">{trouble}</p>}
    </>
  );
  if (info !== undefined) {
    return (
      <Review key={info.transfer} arrival={arrival} info={info} title={title} onClose={onClose}>
        {body}
      </Review>
    );
  }
  const footer = (
    <>
      <Button onClick={onClose}>{messages.cancel}</Button>
      <Button look="primary" disabled>
        {words.apply[way](0)}
      </Button>
    </>
  );
  return (
    <Dialog size="large" title={titleOf(arrival, undefined, title)} onClose={onClose} footer={footer}>
      {body}
    </Dialog>
  );
}

interface ReviewProps {
  readonly arrival: Arrival;
  readonly info: TransferInfo;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function Review({ arrival, info, title, onClose, children }: ReviewProps) {
  const [chosen, setChosen] = useState(EVERYTHING);
  const { counts, losses } = info;
  const { way } = arrival;
  const count = takenCount(chosen, info);
  const moves = way === 'move' && counts.identical > 0;
  const apply = async (): Promise<void> => {
    if (await applyArrival(arrival, info, choicesOf(chosen))) onClose();
  };
  const footer = (
    <>
      <span className="muted dialog-start numeric" role="status">
        {words.counts(counts)}
      </span>
      <Button onClick={onClose}>{messages.cancel}</Button>
      <Button look="primary" autoFocus disabled={count === 0 && !moves} onClick={() => void apply()}>
        {words.apply[way](count)}
      </Button>
    </>
  );
  return (
    <Dialog
      size="large"
      title={titleOf(arrival, info.title, title)}
      description={way === 'move' ? words.moveText : words.text}
      onClose={onClose}
      footer={footer}
    >
      {children}
      {counts.new + counts.changed + counts.line === 0 && <p>{words.nothing}</p>}
      {losses.length > 0 && <LossList title={words.lost} losses={losses} />}
      <TransferRows info={info} chosen={chosen} onChoose={setChosen} />
    </Dialog>
  );
}

function withSite(from: TransferFrom, site: string | undefined): TransferFrom {
  return 'document' in from || site === undefined || site.trim() === '' ? from : { ...from, site };
}

function titleOf({ way, from }: Arrival, origin: string | undefined, title: string): string {
  if (way === 'paste') return words.title.paste(title);
  const name = origin ?? ('name' in from ? from.name : '');
  return words.title[way](name, title);
}
