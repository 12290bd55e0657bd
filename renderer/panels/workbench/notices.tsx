import { CircleAlert, CircleCheck, TriangleAlert, X } from 'lucide-react';
import { Toast } from 'radix-ui';
import { useApp } from '../../state/app-store.ts';
import type { Notice } from '../../state/app-store.ts';
import { dismiss } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { messages } from '../../ui/messages.ts';
import './notices.css';

/** How each tone looks, and how long it stays in milliseconds. */
const TONES = {
  done: { icon: CircleCheck, className: 'notice', stays: 6000 },
  warned: { icon: TriangleAlert, className: 'notice notice-warned', stays: Infinity },
  failed: { icon: CircleAlert, className: 'notice notice-failed', stays: 15_000 },
} as const;

/** Messages in the corner: what was done, with its Undo, or what failed and what to do. */
export function Notices() {
  const notices = useApp((state) => state.notices);
  return (
    <Toast.Provider label={messages.notices.label} swipeDirection="right">
      {notices.map((notice) => (
        <NoticeToast key={notice.key} notice={notice} />
      ))}
      <Toast.Viewport className="notices" hotkey={['altKey', 'KeyT']} />
    </Toast.Provider>
  );
}

function NoticeToast({ notice }: { readonly notice: Notice }) {
  const { tone, title, details, action, key } = notice;
  const { icon: Icon, className, stays } = TONES[tone];
  return (
    <Toast.Root
      className={className}
      type={tone === 'done' ? 'background' : 'foreground'}
      duration={stays}
      onOpenChange={(open) => (open ? undefined : dismiss(key))}
    >
      <Icon size={16} aria-hidden />
      <div className="notice-text">
        <Toast.Title className="notice-title">{title}</Toast.Title>
        {details.length > 0 && <Toast.Description className="muted">{details.join(' ')}</Toast.Description>}
      </div>
      {action !== undefined && (
        <Toast.Action asChild altText={action.label}>
          <Button className="button-small" onClick={action.run}>
            {action.label}
          </Button>
        </Toast.Action>
      )}
      <Toast.Close className="icon-button icon-button-small" aria-label={messages.close}>
        <X size={14} />
      </Toast.Close>
    </Toast.Root>
  );
}
