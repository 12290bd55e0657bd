import { Suspense, use, useEffect, useRef, useState } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { helpMessages } from '../../ui/help-messages.ts';
import { findPages } from './find-pages.ts';
import type { HelpPage } from './help-pages.ts';
import { blocksOf } from './markdown.ts';
import { PageText } from './page-text.tsx';
import '../../ui/side-nav.css';
import './help-dialog.css';

/** The pages are a file of their own, which is read when somebody asks for help. */
let loading: Promise<{ readonly HELP_PAGES: readonly HelpPage[] }> | undefined;

function loadPages(): NonNullable<typeof loading> {
  loading ??= import('./help-pages.ts');
  return loading;
}

interface HelpDialogProps {
  /** The page to begin with, by its id. */
  readonly page?: string | undefined;
  readonly onClose: () => void;
}

/** The help: its pages by title, found by the words in them. */
export function HelpDialog({ page = 'first-steps', onClose }: HelpDialogProps) {
  return (
    <Dialog title={helpMessages.title} size="large" onClose={onClose}>
      <Suspense>
        <HelpBody first={page} />
      </Suspense>
    </Dialog>
  );
}

function HelpBody({ first }: { readonly first: string }) {
  const { HELP_PAGES } = use(loadPages());
  const [search, setSearch] = useState('');
  const [id, setId] = useState(first);
  const text = useRef<HTMLElement>(null);
  // Arrow keys scroll at once; Tab leads to the search and the pages.
  useEffect(() => text.current?.focus(), []);
  const found = findPages(HELP_PAGES, search);
  const shown = found.find((page) => page.id === id) ?? found[0];
  const open = (page: string): void => {
    setSearch('');
    setId(page);
    // The link goes with its page; the keyboard stays with the text.
    text.current?.focus();
    text.current?.scrollTo(0, 0);
  };
  return (
    <div className="help">
      <nav className="help-pages" aria-label={helpMessages.pages}>
        <SearchField label={helpMessages.search} value={search} onChange={setSearch} />
        <ul>
          {found.map((page) => (
            <li key={page.id}>
              <button
                type="button"
                className="side-item"
                aria-current={page === shown ? 'page' : undefined}
                onClick={() => setId(page.id)}
              >
                {page.title}
              </button>
            </li>
          ))}
        </ul>
        {found.length === 0 && <p className="muted help-nothing">{helpMessages.nothing}</p>}
      </nav>
      <article ref={text} className="help-text selectable" tabIndex={0} aria-label={shown?.title}>
        {shown !== undefined && <PageText blocks={blocksOf(shown.text)} onPage={open} />}
      </article>
    </div>
  );
}
