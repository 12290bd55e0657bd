import type { Overview } from '#shared/api/overview.ts';
import { overviewMessages } from '../../ui/overview-messages.ts';
import { showCount } from '../../ui/numbers.ts';
import { MarkButton } from './mark-button.tsx';
import { MarkGroup } from './mark-group.tsx';
import { Picture } from './picture.tsx';

/** How many stretches of the timeline each part takes: the past, days, what is left of a year, and what comes later. */
const PARTS = [1, 7, 14, 3] as const;
const TONES = ['past', 'soon', 'year', 'late'] as const;

/** The part in which a stretch lies. */
function toneOf(at: number): string {
  let end = 0;
  return TONES[PARTS.findIndex((length) => at < (end += length))] ?? 'late';
}

/** When cookies end, finer near by. */
export function Timeline({ document, overview }: { readonly document: string; readonly overview: Overview }) {
  const { expiry, session, thisWeek, unreadable } = overview;
  const most = Math.max(1, ...expiry.map(({ count }) => count));
  const all = [...expiry, session];
  const firstFull = expiry.findIndex(({ count }) => count > 0);
  return (
    <Picture
      title={overviewMessages.expiry}
      document={document}
      head={overviewMessages.when}
      marks={all.filter(({ count }) => count > 0)}
    >
      <MarkGroup label={overviewMessages.expiry} className="timeline">
        {expiry.map((mark, at) => (
          <MarkButton
            key={mark.term}
            document={document}
            mark={mark}
            among={all}
            className={`stretch stretch-${toneOf(at)}`}
            label={overviewMessages.entriesOf(mark.label, mark.count)}
            first={at === firstFull}
          >
            <span className="stretch-bar" style={{ height: `${(mark.count / most) * 100}%` }} />
          </MarkButton>
        ))}
      </MarkGroup>
      <div className="timeline-ages" aria-hidden>
        {PARTS.map((length, at) => (
          <span key={overviewMessages.ages[at]} style={{ gridColumn: `span ${length}` }}>
            {overviewMessages.ages[at]}
          </span>
        ))}
      </div>
      <div className="mark-chips">
        {[thisWeek, session].map((mark) => (
          <MarkButton
            key={mark.term}
            document={document}
            mark={mark}
            among={[...all, thisWeek]}
            className="mark-chip"
            label={overviewMessages.entriesOf(mark.label, mark.count)}
          >
            {mark.label} <span className="numeric">{showCount(mark.count)}</span>
          </MarkButton>
        ))}
        {unreadable > 0 && <span className="picture-hint">{overviewMessages.unreadable(unreadable)}</span>}
      </div>
    </Picture>
  );
}
