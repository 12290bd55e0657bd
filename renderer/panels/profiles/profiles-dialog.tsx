import type { BrowserStore } from '#shared/api/profiles.ts';
import { openCopy } from '../../state/document-actions.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { messages } from '../../ui/messages.ts';
import { profilesMessages as words } from '../../ui/profiles-messages.ts';
import './profiles-dialog.css';

/** The cookie stores of the browsers on this machine, one of which is opened as a copy. */
export function ProfilesDialog({ onClose }: { readonly onClose: () => void }) {
  const stores = useAnswer('profiles.list', {})?.stores;
  const open = ({ handle }: BrowserStore): void => {
    onClose();
    void openCopy(handle);
  };
  return (
    <Dialog
      title={words.title}
      description={words.text}
      onClose={onClose}
      footer={<Button onClick={onClose}>{messages.cancel}</Button>}
    >
      {stores === undefined && (
        <p className="muted" role="status">
          {words.looking}
        </p>
      )}
      {stores?.length === 0 && (
        <div className="profiles-none">
          <p>{words.none}</p>
          <p className="muted">{words.noneNext}</p>
        </div>
      )}
      {stores !== undefined && stores.length > 0 && (
        <ul className="profiles" aria-label={words.list}>
          {stores.map((store, at) => (
            <li key={store.handle}>
              <button type="button" className="profile" autoFocus={at === 0} onClick={() => open(store)}>
                <strong>{store.browser}</strong>
                {store.profile !== '' && <span>{words.profile(store.profile)}</span>}
                <span className="profile-path mono muted clip" title={store.path}>
                  <bdi>{store.path}</bdi>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
