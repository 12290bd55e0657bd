import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { Toast } from 'radix-ui';
import { useApp } from '../state/app-store.ts';
import type { Notice } from '../state/app-store.ts';
import { dismiss } from '../state/notices.ts';
import { Button } from '../ui/button.tsx';
import { messages } from '../ui/messages.ts';
import './notices.css';

const DONE_STAYS = 6000;
const FAILED_STAYS = 15_000;

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
  const failed = tone === 'failed';
  const Icon = failed ? CircleAlert : CircleCheck;
  return (
    <Toast.Root
      className={failed ? 'notice notice-failed' : 'notice'}
      type={failed ? 'foreground' : 'background'}
      duration={failed ? FAILED_STAYS : DONE_STAYS}
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
