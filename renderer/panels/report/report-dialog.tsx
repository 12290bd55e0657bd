import { useState } from 'react';
import { useApp } from '../../state/app-store.ts';
import { revisionOf } from '../../state/document-list.ts';
import { makesPdf, saveReport } from '../../state/report-actions.ts';
import { useParties } from '../../state/use-parties.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { messages } from '../../ui/messages.ts';
import { reportMessages } from '../../ui/report-messages.ts';
import { SiteField } from '../overview/site-field.tsx';
import '../../ui/choices.css';
import './report-dialog.css';

interface ReportDialogProps {
  readonly document: string;
  readonly onClose: () => void;
}

/** Which site a report is told from, and as what it is saved. */
export function ReportDialog({ document, onClose }: ReportDialogProps) {
  const version = useApp((state) => revisionOf(state, document));
  const named = useParties(document, version);
  const [as, setAs] = useState<'html' | 'pdf'>(makesPdf() ? 'pdf' : 'html');
  const { parties } = named;
  const save = (): void => {
    onClose();
    const site = named.text.trim();
    void saveReport({ document, ...(site !== '' && { site }) }, as);
  };
  const footer = (
    <>
      <Button onClick={onClose}>{messages.cancel}</Button>
      <Button look="primary" disabled={named.wrong} onClick={save}>
        {reportMessages.save}
      </Button>
    </>
  );
  return (
    <Dialog title={reportMessages.title} description={reportMessages.text} onClose={onClose} footer={footer}>
      <div className="report-site">
        <span className="muted" aria-hidden>
          {reportMessages.site}
        </span>
        <SiteField named={named} label={reportMessages.site} />
        {!named.wrong && (
          <p className="muted" aria-live="polite">
            {parties === undefined
              ? reportMessages.noSite
              : reportMessages.parties(parties.first.count, parties.third.count, parties.site)}
          </p>
        )}
      </div>
      {makesPdf() ? (
        <fieldset className="choices">
          <legend className="muted">{reportMessages.as}</legend>
          {(['pdf', 'html'] as const).map((kind) => (
            <label key={kind}>
              <input type="radio" name="report-as" checked={as === kind} onChange={() => setAs(kind)} />
              {reportMessages[kind]}
            </label>
          ))}
        </fieldset>
      ) : (
        <p className="muted">{reportMessages.printHint}</p>
      )}
    </Dialog>
  );
}
