import { useApp } from '../../state/app-store.ts';
import { arrange } from '../../state/layout-actions.ts';
import { messages } from '../../ui/messages.ts';
import { SplitHandle } from '../../ui/split-handle.tsx';

const { labels } = messages;

/** How large each panel may be, in CSS pixels. */
const panels = {
  facets: { label: labels.facetsHandle, panel: 'left', size: 'facetsWidth', min: 168, max: 420 },
  inspector: { label: labels.inspectorHandle, panel: 'right', size: 'inspectorWidth', min: 260, max: 640 },
  bottom: { label: labels.bottomHandle, panel: 'below', size: 'bottomHeight', min: 120, max: 640 },
} as const;

/** The edge by which one panel of the window is made larger or smaller. */
export function PanelHandle({ of }: { readonly of: keyof typeof panels }) {
  const { size, ...rest } = panels[of];
  const current = useApp((state) => state.layout[size]);
  return <SplitHandle {...rest} size={current} onResize={(next) => arrange({ [size]: next })} />;
}
