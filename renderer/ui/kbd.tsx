import { isMac, keyCaps } from './keymap.ts';
import './kbd.css';

/** The keys of a command, drawn as caps. */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <span className="kbd">
      {keyCaps(keys, isMac).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  );
}
