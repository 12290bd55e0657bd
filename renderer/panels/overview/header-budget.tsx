import { TriangleAlert } from 'lucide-react';
import type { Overview } from '#shared/api/overview.ts';
import { overviewMessages } from '../../ui/overview-messages.ts';
import { showBytes } from '../../ui/numbers.ts';
import { MarkBars } from './mark-bars.tsx';
import { Picture } from './picture.tsx';

/** Limits of servers for one header, in KB of 1,024 bytes; the bar is as long as the largest. */
const LIMITS = [16, 8, 4] as const;
const FULL = 16 * 1024;
const MOST = 8;

function verdict(bytes: number): string {
  const passed = LIMITS.find((limit) => bytes > limit * 1024);
  return passed === undefined ? overviewMessages.fits : overviewMessages.over(passed);
}

function toneOf(bytes: number): { readonly tone?: 'warning' | 'error' } {
  if (bytes > 8 * 1024) return { tone: 'error' };
  return bytes > 4 * 1024 ? { tone: 'warning' } : {};
}

/** What the cookies of a site would take in one request, against what servers take. */
export function HeaderBudget({
  document,
  overview,
}: {
  readonly document: string;
  readonly overview: Overview;
}) {
  const sites = overview.sites
    .filter(({ headerBytes }) => headerBytes > 0)
    .sort((left, right) => right.headerBytes - left.headerBytes);
  const bars = sites.slice(0, MOST).map((mark) => ({
    mark,
    length: mark.headerBytes / FULL,
    ...toneOf(mark.headerBytes),
    label: `${overviewMessages.bytesOf(mark.label || overviewMessages.noName, mark.headerBytes)}, ${verdict(mark.headerBytes)}`,
    end: (
      <>
        {mark.headerBytes > 4 * 1024 && <TriangleAlert size={12} aria-hidden />}
        {showBytes(mark.headerBytes)}
      </>
    ),
  }));
  return (
    <Picture
      title={overviewMessages.budget}
      hint={overviewMessages.budgetHint}
      document={document}
      head={overviewMessages.site}
      marks={sites}
      more={[
        { head: overviewMessages.header, text: ({ headerBytes }) => showBytes(headerBytes) },
        { head: overviewMessages.verdict, text: ({ headerBytes }) => verdict(headerBytes) },
      ]}
    >
      <MarkBars document={document} label={overviewMessages.budget} bars={bars} className="budget" />
      <div className="budget-scale numeric" aria-hidden>
        {[4, 8, 16].map((limit) => (
          <span key={limit} style={{ left: `${(limit / 16) * 100}%` }}>
            {overviewMessages.limit(limit)}
          </span>
        ))}
      </div>
    </Picture>
  );
}
