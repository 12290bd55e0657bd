import { Clock3 } from 'lucide-react';
import { useApp } from '../../state/app-store.ts';
import { backToNow } from '../../state/clock-actions.ts';
import { expiryMessages as words } from '../../ui/expiry-messages.ts';
import { showDates } from '../../ui/times.ts';
import './expiry.css';

/** The moment that a person plans for, while they do; a click goes back to now. */
export function ClockItem() {
  const asOf = useApp((state) => state.asOf);
  if (asOf === undefined) return null;
  return (
    <button type="button" className="status-clock" title={words.backTip} onClick={() => void backToNow()}>
      <Clock3 size={12} aria-hidden />
      {words.asOf(showDates(asOf)?.utc ?? '')} · {words.backToNow}
    </button>
  );
}
