import { X } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { useApp } from '../../state/app-store.ts';
import { revisionOf } from '../../state/document-list.ts';
import { arrange } from '../../state/layout-actions.ts';
import type { BottomTab } from '../../state/layout.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { messages } from '../../ui/messages.ts';
import { showCount } from '../../ui/numbers.ts';
import { Changes } from '../changes/changes.tsx';
import { Overview } from '../overview/overview.tsx';
import { Problems } from '../problems/problems.tsx';
import { Request } from '../request/request.tsx';
import { SetCookie } from '../set-cookie/set-cookie.tsx';
import './bottom-panel.css';

/** The panels below the grid: what is wrong, what will be written, what would be sent, and what headers would bring. */
export function BottomPanel({ document, height }: { readonly document: string; readonly height: number }) {
  const tab = useApp((state) => state.layout.bottomTab);
  const info = useApp(({ documents }) => documents.find(({ id }) => id === document));
  const version = useApp((state) => revisionOf(state, document));
  if (info === undefined) return null;
  const { bottom } = messages;
  const { error, warning, info: notes, hint } = info.findings;
  const tabs = [
    { id: 'problems', label: bottom.problems, count: error + warning + notes + hint },
    { id: 'changes', label: bottom.changes, count: info.changes },
    { id: 'request', label: bottom.request, count: undefined },
    { id: 'set-cookie', label: bottom.setCookie, count: undefined },
    { id: 'overview', label: bottom.overview, count: undefined },
  ] as const;
  return (
    <Tabs.Root
      className="panel bottom-panel"
      style={{ height }}
      value={tab}
      onValueChange={(next) => arrange({ bottomTab: next as BottomTab })}
    >
      <div className="bottom-head">
        <Tabs.List className="bottom-tabs" aria-label={bottom.label}>
          {tabs.map(({ id, label, count }) => (
            <Tabs.Trigger key={id} className="bottom-tab" value={id}>
              {label}
              {count !== undefined && <span className="bottom-count numeric">{showCount(count)}</span>}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <IconButton small label={bottom.hide} onClick={() => arrange({ bottom: false })}>
          <X size={14} />
        </IconButton>
      </div>
      <Tabs.Content className="bottom-content" value="problems">
        <Problems document={document} version={version} />
      </Tabs.Content>
      <Tabs.Content className="bottom-content" value="changes">
        <Changes document={document} version={version} />
      </Tabs.Content>
      <Tabs.Content className="bottom-content" value="request">
        <Request document={document} version={version} />
      </Tabs.Content>
      <Tabs.Content className="bottom-content" value="set-cookie">
        <SetCookie key={document} document={document} version={version} />
      </Tabs.Content>
      <Tabs.Content className="bottom-content" value="overview">
        <Overview document={document} version={version} />
      </Tabs.Content>
    </Tabs.Root>
  );
}
