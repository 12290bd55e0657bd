import type { CustomCellRendererProps } from 'ag-grid-react';
import { CircleDot, Eye, EyeOff, Lock, Pencil, Plus, RefreshCw } from 'lucide-react';
import { memo } from 'react';
import type { Row } from '#shared/api/view.ts';
import { useApp } from '../state/app-store.ts';
import { reveal } from '../state/view-actions.ts';
import { bulkMessages } from '../ui/bulk-messages.ts';
import { messages } from '../ui/messages.ts';
import { type Gravity, SeverityIcon } from '../ui/severity-icon.tsx';
import { isSoon, lifeFraction, showDuration } from '../ui/times.ts';
import { MaskDots } from '../ui/mask-dots.tsx';

type CellProps = CustomCellRendererProps<Row>;

const states = {
  added: { Icon: Plus, label: messages.grid.added },
  edited: { Icon: Pencil, label: messages.grid.edited },
  external: { Icon: RefreshCw, label: messages.grid.external },
} as const;

/** What happened to the line since the last save, and the gravest problem it has. */
export const StateCell = memo(function StateCell({ data }: CellProps) {
  if (data === undefined) return null;
  const state = data.state === 'saved' ? (data.external === true ? 'external' : undefined) : data.state;
  const mark = state === undefined ? undefined : states[state];
  return (
    <span className="cell-state">
      <span className="cell-mark">
        {mark !== undefined && <mark.Icon size={11} role="img" aria-label={mark.label} />}
      </span>
      {data.protected === true && (
        <Lock size={11} className="cell-protected" role="img" aria-label={bulkMessages.protected} />
      )}
      {data.severity !== undefined && !(data.protected === true && isNote(data.severity)) && (
        <Gravest severity={data.severity} />
      )}
    </span>
  );
});

function isNote(severity: Gravity): severity is 'info' | 'hint' {
  return severity === 'info' || severity === 'hint';
}

/** Errors and warnings stand out; what is only worth knowing is a dot, since most lines of a jar have some. */
function Gravest({ severity }: { readonly severity: Gravity }) {
  if (!isNote(severity)) return <SeverityIcon severity={severity} />;
  return <span className="cell-note" role="img" aria-label={messages.severity[severity]} />;
}

/** The box that says whether the line is selected. The cell around it takes the click. */
export const SelectCell = memo(function SelectCell({ data }: CellProps) {
  if (data === undefined) return null;
  return (
    <input
      type="checkbox"
      className="checkbox"
      tabIndex={-1}
      checked={data.selected}
      readOnly
      aria-label={messages.grid.selectRow(data.line)}
    />
  );
});

/** The value: a fixed number of dots until it is revealed. While masked the value is nowhere in the page. */
export const ValueCell = memo(function ValueCell({ data, context, node, api }: CellProps) {
  if (data === undefined || data.kind !== 'entry') return null;
  const shown = data.value !== undefined;
  const document = (context as { readonly document: string }).document;
  const Icon = shown ? EyeOff : Eye;
  const onReveal = (): void => {
    // A button in a cell takes the click for itself; the row is to be the current one all the same.
    if (node.rowIndex !== null) api.setFocusedCell(node.rowIndex, 'value');
    reveal(document, [data.id], !shown);
  };
  return (
    <span className="cell-value">
      {data.value === undefined ? <MaskDots /> : <span className="mono clip">{data.value}</span>}
      <button
        type="button"
        className="cell-eye"
        tabIndex={-1}
        aria-label={shown ? messages.grid.hide : messages.grid.reveal}
        onClick={onReveal}
      >
        <Icon size={13} aria-hidden />
      </button>
    </span>
  );
});

/** The domain, with a mark where the cookie is for that host alone. */
export const DomainCell = memo(function DomainCell({ data }: CellProps) {
  if (data === undefined) return null;
  return (
    <span className="cell-domain">
      <span className="clip">{data.domain}</span>
      {data.hostOnly && <CircleDot size={12} role="img" aria-label={messages.grid.hostOnly} />}
    </span>
  );
});

/** How long the cookie lives, in words and as a bar on which a day, a week and a year can be told apart. */
export const ExpiresCell = memo(function ExpiresCell({ data }: CellProps) {
  const now = useApp((state) => state.now);
  if (data?.kind !== 'entry') return null;
  const { expiryTime: time } = data;
  if (data.expiryUnreadable === true) return <span className="expiry-bad">{messages.grid.unreadable}</span>;
  if (time === undefined) return <span className="muted">{messages.grid.session}</span>;
  if (time <= now)
    return <span className="expiry-past">{messages.grid.expired(showDuration(now - time))}</span>;
  return (
    <span className="expiry">
      <span className="numeric">{showDuration(time - now)}</span>
      <span className={isSoon(time, now) ? 'life life-soon' : 'life'} aria-hidden>
        <span style={{ width: `${Math.round(lifeFraction(time, now) * 100)}%` }} />
      </span>
    </span>
  );
});
