import { TriangleAlert } from 'lucide-react';
import { countOf } from './numbers.ts';
import './loss-list.css';

interface ListedLoss {
  readonly code: string;
  readonly message: string;
  readonly count: number;
  /** Some of the cookies that it is about, where they are known. */
  readonly names?: readonly string[];
}

interface LossListProps {
  readonly title: string;
  readonly losses: readonly ListedLoss[];
}

/** What an output leaves out or changes of cookies, each kind once. */
export function LossList({ title, losses }: LossListProps) {
  return (
    <section className="loss-list">
      <h3>{title}</h3>
      <ul>
        {losses.map(({ code, message, count, names }) => (
          <li key={`${code} ${message}`}>
            <TriangleAlert size={13} aria-hidden />
            <span>
              {message}
              {names !== undefined && <span className="loss-names muted">{namesText(names, count)}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function namesText(names: readonly string[], count: number): string {
  const rest = count > names.length ? ', …' : '';
  return `${countOf(count, 'cookie')}: ${names.join(', ')}${rest}`;
}
