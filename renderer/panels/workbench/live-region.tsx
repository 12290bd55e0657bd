import { useApp } from '../../state/app-store.ts';

/** Says counts and outcomes to screen readers. */
export function LiveRegion() {
  const announcement = useApp((state) => state.announcement);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {announcement}
    </div>
  );
}
