import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import type { ExportTargetInfo } from '#shared/api/export.ts';
import { messages } from '../../ui/messages.ts';
import { paletteFilter } from '../commands/palette-filter.ts';
import '../../ui/field.css';
import '../../ui/search-field.css';

interface TargetListProps {
  readonly targets: readonly ExportTargetInfo[];
  readonly chosen: string;
  readonly onChoose: (to: string) => void;
}

const GROUPS = [
  { group: 'program', kinds: ['program'] },
  { group: 'code', kinds: ['code'] },
  { group: 'file', kinds: ['format', 'file'] },
] as const;

/** The format that most programs read stands first among the files. */
const FIRST = 'netscape';

/** To what to export: found by typing, chosen by the arrow keys. */
export function TargetList({ targets, chosen, onChoose }: TargetListProps) {
  const { exporting } = messages;
  return (
    <Command
      className="export-targets"
      label={exporting.label}
      loop
      filter={(_, search, keywords = []) => paletteFilter(keywords.join(' '), search)}
      value={chosen}
      onValueChange={onChoose}
    >
      <div className="search-field">
        <Search size={14} aria-hidden />
        <Command.Input className="input" placeholder={exporting.search} autoFocus />
      </div>
      <Command.List className="export-list" label={exporting.label}>
        <Command.Empty className="muted">{exporting.nothingFound}</Command.Empty>
        {GROUPS.map(({ group, kinds }) => (
          <Command.Group key={group} heading={exporting.kinds[group]}>
            {targets
              .filter(({ kind }) => kinds.some((one) => one === kind))
              .toSorted((left, right) => Number(right.id === FIRST) - Number(left.id === FIRST))
              .map(({ id, name, description }) => (
                <Command.Item key={id} value={id} keywords={[name, description]}>
                  {name}
                </Command.Item>
              ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command>
  );
}
