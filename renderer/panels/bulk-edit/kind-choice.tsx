import type { BulkKind } from '../../state/bulk-kind.ts';
import { bulkMessages as words } from '../../ui/bulk-messages.ts';

interface KindChoiceProps {
  readonly among: readonly BulkKind[];
  readonly value: BulkKind;
  readonly autoFocus?: boolean;
  readonly onChoose: (kind: BulkKind) => void;
}

/** What is done to the cookies. */
export function KindChoice({ among, value, autoFocus = false, onChoose }: KindChoiceProps) {
  return (
    <label className="bulk-field">
      {words.what}
      <select
        className="select"
        autoFocus={autoFocus}
        value={value}
        onChange={({ currentTarget }) => {
          const kind = among.find((one) => one === currentTarget.value);
          if (kind !== undefined) onChoose(kind);
        }}
      >
        {among.map((kind) => (
          <option key={kind} value={kind}>
            {words.kinds[kind]}
          </option>
        ))}
      </select>
    </label>
  );
}
