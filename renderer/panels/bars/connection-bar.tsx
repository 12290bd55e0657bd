import { useApp } from '../../state/app-store.ts';
import { messages } from '../../ui/messages.ts';
import './bars.css';

/** Says that the engine is away, and what to do. */
export function ConnectionBar() {
  const connection = useApp((state) => state.connection);
  if (connection !== 'lost' && connection !== 'refused') return null;
  return (
    <div className="bar bar-warning" role="alert">
      {messages.connection[connection]}
    </div>
  );
}
