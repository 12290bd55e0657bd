import { FileWarning } from 'lucide-react';
import type { DocumentInfo } from '#shared/api/document.ts';
import { changeDocument } from '../../state/document-actions.ts';
import { mergeWithDisk, reviewMerge } from '../../state/merge-actions.ts';
import { Button } from '../../ui/button.tsx';
import { messages } from '../../ui/messages.ts';

/** Another program wrote or removed the file: what it did in words, and the ways on. */
export function DiskBar({ info }: { readonly info: DocumentInfo }) {
  const { id, title, diskChange } = info;
  const gone = info.disk === 'gone';
  const { disk } = messages;
  const said = diskChange === undefined ? disk.unsure(title) : disk.rewrote(title, diskChange.by);
  const words = [
    ...(diskChange === undefined ? [] : [diskChange.summary.join(', ')]),
    ...(diskChange !== undefined && diskChange.conflicts > 0 ? [disk.meets(diskChange.conflicts)] : []),
  ].join(' · ');
  return (
    <div className="bar bar-warning" role="alert">
      <FileWarning size={15} aria-hidden />
      <span className="bar-text bar-words">
        <strong>{gone ? disk.gone(title) : said}</strong>{' '}
        <span className="muted">{gone ? disk.goneText : words}</span>
      </span>
      {!gone && <Review info={info} />}
      <Button className="button-small" onClick={() => void changeDocument('document.keepMine', id)}>
        {disk.keep}
      </Button>
      {!gone && <Take info={info} />}
    </div>
  );
}

function Review({ info }: { readonly info: DocumentInfo }) {
  const { disk } = messages;
  const dropped = info.diskChange?.dropped;
  return (
    <>
      <Button look="quiet" className="button-small" onClick={() => reviewMerge(info.id, { disk: true })}>
        {disk.review}
      </Button>
      {dropped !== undefined && dropped.entries + dropped.httpOnly + dropped.comments > 0 && (
        <Button
          className="button-small"
          title={disk.putBackTip(dropped)}
          onClick={() => void mergeWithDisk(info, true)}
        >
          {disk.putBack}
        </Button>
      )}
    </>
  );
}

/** With edits of one's own there is something to merge; without, theirs is all there is. */
function Take({ info }: { readonly info: DocumentInfo }) {
  const { disk } = messages;
  return (
    <>
      <Button
        look={info.dirty ? 'plain' : 'primary'}
        className="button-small"
        onClick={() => void changeDocument(info.dirty ? 'document.revert' : 'document.reload', info.id)}
      >
        {disk.take}
      </Button>
      {info.dirty && (
        <Button look="primary" className="button-small" onClick={() => void mergeWithDisk(info, false)}>
          {disk.merge}
        </Button>
      )}
    </>
  );
}
