import { CircleAlert, Info, Lightbulb, TriangleAlert } from 'lucide-react';
import { messages } from './messages.ts';
import './severity-icon.css';

/** How grave something is, gravest first. */
export type Gravity = 'error' | 'warning' | 'info' | 'hint';

const icons = { error: CircleAlert, warning: TriangleAlert, info: Info, hint: Lightbulb } as const;

/** One shape a gravity, told apart without colour, with its name for screen readers. */
export function SeverityIcon({
  severity,
  size = 14,
}: {
  readonly severity: Gravity;
  readonly size?: number;
}) {
  const Icon = icons[severity];
  return (
    <span className={`severity severity-${severity}`} role="img" aria-label={messages.severity[severity]}>
      <Icon size={size} aria-hidden />
    </span>
  );
}
