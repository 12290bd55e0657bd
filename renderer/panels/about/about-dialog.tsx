import { Cookie } from 'lucide-react';
import { Suspense, use, useState } from 'react';
import type { Licence } from 'virtual:about';
import type { DesktopResult } from '#shared/api/desktop.ts';
import { host } from '../../state/engine.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { helpMessages } from '../../ui/help-messages.ts';
import './about-dialog.css';

const words = helpMessages.about;

/** What this program is, what it promises, and whose work is in it. */
export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const [facts] = useState(() =>
    Promise.all([import('virtual:about'), host().desktop?.about() ?? Promise.resolve(undefined)]),
  );
  return (
    <Dialog title={words.title} onClose={onClose}>
      <Suspense>
        <AboutText facts={facts} />
      </Suspense>
    </Dialog>
  );
}

interface About {
  readonly version: string;
  readonly licences: readonly Licence[];
}

interface AboutTextProps {
  readonly facts: Promise<[About, DesktopResult<'desktop.about'> | undefined]>;
}

function AboutText({ facts }: AboutTextProps) {
  const [{ version, licences }, desktop] = use(facts);
  const kept = desktop === undefined ? words.browser : desktop.sealed ? words.sealed : words.unsealed;
  return (
    <div className="about">
      <span className="about-mark" aria-hidden>
        <Cookie size={30} strokeWidth={1.5} />
      </span>
      <p className="about-name">{words.what}</p>
      <p className="muted">
        {words.version(version)} · {words.licence}
      </p>
      <p className="about-promise">{words.promise}</p>
      <p className="muted">{kept}</p>
      {desktop !== undefined && <p className="muted">{words.runtime(desktop.electron, desktop.chromium)}</p>}
      <section className="about-others">
        <h3>{words.others}</h3>
        <p className="muted">{words.othersText}</p>
        {licences.map(({ name, version: release, licence, text }) => (
          <details key={`${name} ${release}`}>
            <summary>
              {name} <span className="muted">{`${release} · ${licence}`}</span>
            </summary>
            <pre className="selectable">{text === '' ? licence : text}</pre>
          </details>
        ))}
      </section>
    </div>
  );
}
