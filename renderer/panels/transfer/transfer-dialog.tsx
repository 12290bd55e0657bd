import { useEffect, useState } from 'react';
import type { TransferFrom, TransferInfo } from '#shared/api/transfer.ts';
import { useApp } from '../../state/app-store.ts';
import { call } from '../../state/engine.ts';
import {
  applyArrival,
  dropArrival,
  type Arrival,
  forgetArrival,
  type TransferWay,
  waitingArrival,
} from '../../state/transfer-actions.ts';
import { useSettledAnswer } from '../../state/use-settled-answer.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { LossList } from '../../ui/loss-list.tsx';
import { messages } from '../../ui/messages.ts';
import { transferMessages as words } from '../../ui/transfer-messages.ts';
import { SiteField } from './site-field.tsx';
import { choicesOf, type Chosen, EVERYTHING, takenCount } from './transfer-choices.ts';
import { TransferRows } from './transfer-rows.tsx';
import './transfer.css';

const TROUBLES = ['address-unusable', 'edit-refused', 'file-missing', 'merge-outdated'] as const;

/** What is on its way into a document: what it meets there, what gets lost, and what of it to take. */
export function TransferDialog({ onClose }: { readonly onClose: () => void }) {
  const [arrival] = useState(waitingArrival);
  useEffect(() => forgetArrival, []);
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
  const [chosen, setChosen] = useChosen(info);
  useClosing(info?.transfer);
  const header = answer?.kind === 'cookie-header' ? answer : undefined;
  const isHeader = header !== undefined || site !== undefined;
  const apply = async (): Promise<void> => {
    if (info !== undefined && (await applyArrival(arrival, info, choicesOf(chosen)))) onClose();
  };
  if (answer === undefined && trouble === undefined) return null;
  const cancel = (): void => {
    onClose();
    void dropArrival(arrival);
  };
  return (
    <Dialog
      size="large"
      title={titleOf(arrival, info?.title, known?.title ?? '')}
      description={way === 'move' ? words.moveText : words.text}
      onClose={cancel}
      footer={
        <Footer way={way} info={info} chosen={chosen} isHeader={isHeader} onApply={apply} onClose={cancel} />
      }
    >
      {isHeader && (
        <SiteField
          proposed={header?.host}
          site={site ?? ''}
          trouble={site === undefined || site.trim() === '' ? undefined : trouble}
          onSite={setSite}
          onSubmit={apply}
        />
      )}
      {!isHeader && trouble !== undefined && <p role="alert">{trouble}</p>}
      {info !== undefined && (
        <>
          {info.counts.new + info.counts.changed + info.counts.line === 0 && <p>{words.nothing}</p>}
          {info.losses.length > 0 && <LossList title={words.lost} losses={info.losses} />}
          <TransferRows info={info} chosen={chosen} onChoose={setChosen} />
        </>
      )}
    </Dialog>
  );
}

/** The engine keeps rows no longer than they are looked at. */
function useClosing(transfer: string | undefined): void {
  useEffect(() => {
    if (transfer === undefined) return undefined;
    return () => void call('transfer.close', { transfer }).catch(() => undefined);
  }, [transfer]);
}

/** What was chosen is of these very rows: others begin anew. */
function useChosen(info: TransferInfo | undefined): readonly [Chosen, (chosen: Chosen) => void] {
  const [state, setState] = useState({ transfer: info?.transfer, chosen: EVERYTHING });
  const chosen = state.transfer === info?.transfer ? state.chosen : EVERYTHING;
  return [chosen, (next) => setState({ transfer: info?.transfer, chosen: next })];
}

interface FooterProps {
  readonly way: TransferWay;
  readonly info: TransferInfo | undefined;
  readonly chosen: Chosen;
  readonly isHeader: boolean;
  readonly onApply: () => Promise<void>;
  readonly onClose: () => void;
}

/** What it would come to, and the way to it. */
function Footer({ way, info, chosen, isHeader, onApply, onClose }: FooterProps) {
  const count = info === undefined ? 0 : takenCount(chosen, info);
  const moves = way === 'move' && (info?.counts.identical ?? 0) > 0;
  return (
    <>
      <span className="muted dialog-start numeric" role="status">
        {info && words.counts(info.counts)}
      </span>
      <Button onClick={onClose}>{messages.cancel}</Button>
      <Button
        look="primary"
        autoFocus={!isHeader}
        disabled={info === undefined || (count === 0 && !moves)}
        onClick={() => void onApply()}
      >
        {words.apply[way](count)}
      </Button>
    </>
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
