import { X } from 'lucide-react';
import { appStore, useApp } from '../../state/app-store.ts';
import { call } from '../../state/engine.ts';
import { attempt } from '../../state/notices.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { messages } from '../../ui/messages.ts';

/** Long work: how far it is, and a way to stop it. */
export function ProgressItem() {
  const progress = useApp((state) => state.progress);
  if (progress === undefined) return null;
  const { task, label, done, total, stoppable } = progress;
  const stop = (): void => {
    const { progress: _stopped, ...rest } = appStore.getState();
    appStore.setState(rest, true);
    void attempt(() => call('task.cancel', { task }));
  };
  return (
    <span className="progress">
      {label}
      <progress aria-label={label} value={done} max={Math.max(1, total)} />
      {stoppable && (
        <IconButton label={messages.status.stop} small onClick={stop}>
          <X size={12} />
        </IconButton>
      )}
    </span>
  );
}
