import type { ReactNode } from 'react';
import type { Mark } from '#shared/api/overview.ts';
import { overviewMessages } from '../../ui/overview-messages.ts';
import { MarkButton } from './mark-button.tsx';
import { MarkGroup } from './mark-group.tsx';

/** A bar: the mark that it filters by, how long it is (0 to 1), and what stands at its end. */
export interface MarkBar {
  readonly mark: Mark;
  readonly length: number;
  readonly end: ReactNode;
  readonly label?: string;
  readonly tone?: 'warning' | 'error';
}

interface MarkBarsProps {
  readonly document: string;
  readonly label: string;
  readonly bars: readonly MarkBar[];
  readonly className?: string;
}

/** Marks as bars below each other. */
export function MarkBars({ document, label, bars, className }: MarkBarsProps) {
  const marks = bars.map(({ mark }) => mark);
  const first = bars.findIndex(({ mark }) => mark.count > 0);
  return (
    <MarkGroup label={label} className={`mark-bars ${className ?? ''}`}>
      {bars.map(({ mark, length, end, tone, label: words }, at) => (
        <MarkButton
          key={mark.term}
          document={document}
          mark={mark}
          among={marks}
          className="mark-bar"
          label={words ?? overviewMessages.entriesOf(mark.label, mark.count)}
          first={at === first}
        >
          <span className="clip">{mark.label || overviewMessages.noName}</span>{' '}
          <span className="bar-track">
            <span
              className={`bar-fill ${tone === undefined ? '' : `bar-${tone}`}`}
              style={{ width: `${Math.min(length, 1) * 100}%` }}
            />
          </span>
          <span className="bar-end numeric">{end}</span>
        </MarkButton>
      ))}
    </MarkGroup>
  );
}
