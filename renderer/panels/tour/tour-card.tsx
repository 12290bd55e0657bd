import { CircleCheck, X } from 'lucide-react';
import { useApp } from '../../state/app-store.ts';
import { keysOf } from '../../state/commands.ts';
import { TOUR_STEPS } from '../../state/tour-steps.ts';
import { endTour, nextStep } from '../../state/tour.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { tourMessages } from '../../ui/tour-messages.ts';
import './tour-card.css';

/** The step of the tour that somebody is at: what to do, and with which keys. It notices when it is done. */
export function TourCard() {
  const tour = useApp((state) => state.tour);
  if (tour === undefined) return null;
  const { title, text, command, after } = tourMessages.steps[tour.step];
  const keys = command === undefined ? undefined : keysOf(command);
  const at = TOUR_STEPS.indexOf(tour.step) + 1;
  const last = at === TOUR_STEPS.length;
  return (
    <aside className="tour" aria-label={tourMessages.label}>
      <header className="tour-header">
        <span className="muted numeric">{tourMessages.progress(at, TOUR_STEPS.length)}</span>
        <IconButton label={tourMessages.end} small onClick={endTour}>
          <X size={14} />
        </IconButton>
      </header>
      <h2>{title}</h2>
      <p>{text}</p>
      {keys !== undefined && !tour.done && (
        <p className="tour-keys">
          <Kbd keys={keys} />
        </p>
      )}
      {after !== undefined && <p className="muted">{after}</p>}
      <footer className="tour-footer">
        {tour.done && (
          <span className="tour-done" role="status">
            <CircleCheck size={15} aria-hidden />
            {tourMessages.done}
          </span>
        )}
        <Button className="button-small" look={last ? 'primary' : 'plain'} onClick={nextStep}>
          {last ? tourMessages.finish : tourMessages.skip}
        </Button>
      </footer>
    </aside>
  );
}
