import { TriangleAlert } from 'lucide-react';
import './loss-list.css';

interface LossListProps {
  readonly title: string;
  readonly losses: readonly { readonly code: string; readonly message: string; readonly count: number }[];
}

/** What an output leaves out or changes of cookies, each kind once. */
export function LossList({ title, losses }: LossListProps) {
  return (
    <section className="loss-list">
      <h4>{title}</h4>
      <ul>
        {losses.map(({ code, message }) => (
          <li key={`${code} ${message}`}>
            <TriangleAlert size={13} aria-hidden />
            {message}
          </li>
        ))}
      </ul>
    </section>
  );
}
