import { useRef } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import './split-handle.css';

interface SplitHandleProps {
  readonly label: string;
  /** Which side of the handle the panel stands on that gets larger and smaller. */
  readonly panel: 'left' | 'right' | 'below';
  readonly size: number;
  readonly min: number;
  readonly max: number;
  readonly onResize: (size: number) => void;
}

const STEP = 16;

/** The edge of a panel, dragged or moved with the arrow keys. */
export function SplitHandle({ label, panel, size, min, max, onResize }: SplitHandleProps) {
  const start = useRef<{ at: number; size: number } | undefined>(undefined);
  const isRow = panel === 'below';
  const direction = panel === 'left' ? 1 : -1;
  const resize = (to: number): void => onResize(Math.round(Math.min(max, Math.max(min, to))));
  const place = (event: PointerEvent): number => (isRow ? event.clientY : event.clientX);

  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { at: place(event), size };
  };
  const onPointerMove = (event: PointerEvent): void => {
    const from = start.current;
    if (from !== undefined) resize(from.size + direction * (place(event) - from.at));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const grow = isRow ? 'ArrowUp' : panel === 'left' ? 'ArrowRight' : 'ArrowLeft';
    const shrink = isRow ? 'ArrowDown' : panel === 'left' ? 'ArrowLeft' : 'ArrowRight';
    if (event.key !== grow && event.key !== shrink) return;
    event.preventDefault();
    resize(size + (event.key === grow ? STEP : -STEP));
  };
  return (
    <div
      className={`split split-${panel}`}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={isRow ? 'horizontal' : 'vertical'}
      aria-valuenow={size}
      aria-valuemin={min}
      aria-valuemax={max}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => (start.current = undefined)}
      onKeyDown={onKeyDown}
    />
  );
}
