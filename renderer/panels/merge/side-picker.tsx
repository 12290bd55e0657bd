import { useId } from 'react';
import type { Side } from './merge-choices.ts';

interface SidePickerProps {
  readonly label: string;
  readonly sides: Readonly<Record<Side, string>>;
  readonly side: Side | undefined;
  readonly onPick: (side: Side) => void;
}

const SIDES: readonly Side[] = ['mine', 'theirs'];

/** Two ways, one of which can be taken: arrow keys go between them. */
export function SidePicker({ label, sides, side, onPick }: SidePickerProps) {
  const name = useId();
  return (
    <fieldset className="side-picker">
      <legend className="visually-hidden">{label}</legend>
      {SIDES.map((one) => (
        <label key={one} className="side">
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={side === one}
            onChange={() => onPick(one)}
          />
          <span>{sides[one]}</span>
        </label>
      ))}
    </fieldset>
  );
}
