import { differenceText } from '#shared/api/field-text.ts';
import type { BulkPreview, BulkRow, OnCollision } from '#shared/api/bulk.ts';
import { bulkMessages as words } from '../../ui/bulk-messages.ts';
import { messages } from '../../ui/messages.ts';
import '../../ui/badge.css';

interface BulkPreviewProps {
  readonly preview: BulkPreview;
  readonly onCollision: OnCollision;
  readonly onChoose: (choice: OnCollision) => void;
}

const CHOICES = ['skip', 'merge', 'keep'] as const;

/** What becomes of each cookie, before and after; cookies that would become one come first, with a choice. */
export function BulkPreviewList({ preview, onCollision, onChoose }: BulkPreviewProps) {
  const { rows, counts, collisions, collisionCount } = preview;
  const { unchanged: _same, removed: _gone, ...told } = counts;
  const more = Object.values(told).reduce((sum, count) => sum + count, 0) - rows.length;
  return (
    <>
      {collisionCount > 0 && (
        <fieldset className="bulk-collisions">
          <legend>{words.collisions(collisionCount)}</legend>
          {CHOICES.map((choice) => (
            <label key={choice} className="bulk-box">
              <input
                type="radio"
                name="bulk-collision"
                checked={onCollision === choice}
                onChange={() => onChoose(choice)}
              />
              {words.collision[choice]}
            </label>
          ))}
          <ul className="muted">
            {collisions.slice(0, 5).map(({ lines }) => (
              <li key={lines[0]?.id}>{words.lines(lines)}</li>
            ))}
          </ul>
        </fieldset>
      )}
      {rows.length > 0 && (
        <ul className="bulk-rows" aria-label={words.preview}>
          {rows.map((row) => (
            <PreviewRow key={row.id} row={row} />
          ))}
        </ul>
      )}
      {more > 0 && <p className="muted bulk-more">{words.more(more)}</p>}
    </>
  );
}

function PreviewRow({ row: { line, subject, outcome, reason, details } }: { readonly row: BulkRow }) {
  return (
    <li className="bulk-row" data-outcome={outcome}>
      <span className="bulk-subject clip">{subject}</span>
      <span className="muted numeric">{messages.problems.line(line)}</span>
      <span className="clip bulk-details">{reason ?? details.map(differenceText).join(' · ')}</span>
      {outcome !== 'changed' && <span className="badge">{words.outcomes[outcome]}</span>}
    </li>
  );
}
