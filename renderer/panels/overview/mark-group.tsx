import type { KeyboardEvent, ReactNode } from 'react';
import { useRef } from 'react';

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

interface MarkGroupProps {
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
}

/** The marks of one picture: Tab comes to the group, arrows, Home and End walk inside it. */
export function MarkGroup({ label, className, children }: MarkGroupProps) {
  const group = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const marks = [...(group.current?.querySelectorAll<HTMLElement>('.mark:not(:disabled)') ?? [])];
    const at = marks.findIndex((mark) => mark === document.activeElement);
    const step = STEPS[event.key];
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? marks.length - 1 : at + (step ?? 0);
    if (at < 0 || to === at || (step === undefined && event.key !== 'Home' && event.key !== 'End')) return;
    event.preventDefault();
    marks[Math.min(Math.max(to, 0), marks.length - 1)]?.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its buttons get the keys first
    <div ref={group} role="group" aria-label={label} className={className} onKeyDown={onKeyDown}>
      {children}
    </div>
  );
}
