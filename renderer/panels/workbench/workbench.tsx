import { Tooltip } from 'radix-ui';
import { activeDocument, useApp } from '../../state/app-store.ts';
import { previewOf } from '../../state/previews.ts';
import { ConnectionBar } from '../bars/connection-bar.tsx';
import { Dialogs } from './dialogs.tsx';
import { DocumentWindow } from './document-window.tsx';
import { DropTarget } from '../start/drop-target.tsx';
import { EmptyWindow } from '../start/empty-window.tsx';
import { LiveRegion } from './live-region.tsx';
import { Notices } from './notices.tsx';
import { PasteTarget } from '../start/paste-target.tsx';
import { TourCard } from '../tour/tour-card.tsx';
import { TabBar } from './tab-bar.tsx';
import './workbench.css';

/** The whole window. */
export function Workbench() {
  const active = useApp((state) => activeDocument(state)?.id ?? previewOf(state, state.active)?.document);
  return (
    <Tooltip.Provider delayDuration={500} skipDelayDuration={200}>
      <PasteTarget />
      <DropTarget>
        <div className="workbench">
          <TabBar />
          <ConnectionBar />
          {active === undefined ? <EmptyWindow /> : <DocumentWindow key={active} document={active} />}
        </div>
      </DropTarget>
      <TourCard />
      <Dialogs />
      <Notices />
      <LiveRegion />
    </Tooltip.Provider>
  );
}
