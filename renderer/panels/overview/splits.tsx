import type { Mark, Overview } from '#shared/api/overview.ts';
import { overviewMessages } from '../../ui/overview-messages.ts';
import { showCount } from '../../ui/numbers.ts';
import { MarkBars } from './mark-bars.tsx';
import { Picture } from './picture.tsx';
import { TwoParts } from './two-parts.tsx';

interface SplitProps {
  readonly document: string;
  readonly overview: Overview;
}

/** What cookies are probably for. */
export function PurposeSplit({ document, overview }: SplitProps) {
  const { purposes, entries, longLived } = overview;
  const bars = [...purposes, ...(longLived.count > 0 ? [longLived] : [])].map((mark) => ({
    mark,
    length: mark.count / entries,
    end: showCount(mark.count),
  }));
  return (
    <Picture
      title={overviewMessages.purposes}
      document={document}
      head={overviewMessages.purpose}
      marks={bars.map(({ mark }) => mark)}
    >
      <MarkBars document={document} label={overviewMessages.purposes} bars={bars} />
    </Picture>
  );
}

/** Each flag, and the lack of it. */
export function FlagSplit({ document, overview }: SplitProps) {
  const { flags } = overview;
  const pairs: (readonly [Mark, Mark])[] = [];
  for (let at = 0; at + 1 < flags.length; at += 2) {
    const [one, other] = [flags[at], flags[at + 1]];
    if (one !== undefined && other !== undefined) pairs.push([one, other]);
  }
  return (
    <Picture title={overviewMessages.flags} document={document} head={overviewMessages.flag} marks={flags}>
      {pairs.map(([one, other]) => (
        <TwoParts key={one.term} document={document} parts={[one, other]} />
      ))}
    </Picture>
  );
}
