import { Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { ViewInfo } from '#shared/api/view.ts';
import { useApp } from '../../state/app-store.ts';
import { findControl, setFindControl } from '../../state/find-control.ts';
import { gridControl } from '../../state/grid-control.ts';
import { writeQuery } from '../../state/view-actions.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { messages } from '../../ui/messages.ts';
import { COMPLETIONS_ID, completionId, QueryCompletions, useCompletion } from './query-completions.tsx';

/** The text once more, behind the field, with the wrong part underlined. */
function QueryMarks({
  text,
  error,
}: {
  readonly text: string;
  readonly error: NonNullable<ViewInfo['error']>;
}) {
  return (
    <div className="query-marks" aria-hidden>
      {text.slice(0, error.from)}
      <span className="query-mark">{text.slice(error.from, Math.max(error.to, error.from + 1)) || ' '}</span>
    </div>
  );
}

/** What is wrong with the query, where it is wrong; else, while it is being typed, what it means. */
function QueryNote({ info, typing }: { readonly info: ViewInfo; readonly typing: boolean }) {
  if (info.error !== undefined) {
    return (
      <div id="query-note" className="query-note query-note-error" role="alert">
        {info.error.message}
      </div>
    );
  }
  if (!typing) return null;
  return (
    <div id="query-note" className="query-note">
      {info.explanation}
    </div>
  );
}

interface QueryFieldProps {
  readonly document: string;
  readonly text: string;
  readonly error: ViewInfo['error'];
  readonly onFocus: (focused: boolean) => void;
}

function QueryField({ document, text, error, onFocus }: QueryFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [scroll, setScroll] = useState(0);
  const completion = useCompletion(document, text, input);
  const { options, active } = completion;
  const { query } = messages;
  useEffect(() => {
    setFindControl(() => {
      input.current?.focus();
      input.current?.select();
    });
    return () => setFindControl(undefined);
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (completion.onKey(event.key)) event.preventDefault();
    else goOn(event);
  };
  const goOn = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && text !== '') writeQuery(document, '', 0);
    else if (['Escape', 'Enter', 'ArrowDown'].includes(event.key)) gridControl()?.takeFocus();
    else return;
    event.preventDefault();
  };
  return (
    <div className="query-field">
      {error !== undefined && scroll === 0 && <QueryMarks text={text} error={error} />}
      <input
        ref={input}
        aria-label={query.label}
        aria-invalid={error !== undefined}
        aria-describedby="query-note"
        placeholder={query.placeholder}
        spellCheck={false}
        autoComplete="off"
        value={text}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={options.length > 0}
        aria-controls={COMPLETIONS_ID}
        aria-activedescendant={active === undefined ? undefined : completionId(active)}
        onChange={(event) => {
          const { value, selectionStart } = event.target;
          writeQuery(document, value);
          void completion.open(value, selectionStart ?? value.length);
        }}
        onKeyDown={onKeyDown}
        onFocus={() => onFocus(true)}
        onBlur={() => {
          completion.close();
          onFocus(false);
        }}
        onScroll={(event) => setScroll(event.currentTarget.scrollLeft)}
      />
      <QueryCompletions completion={completion} />
    </div>
  );
}

/** What the grid shows, as text: always the truth, whoever wrote it. */
export function QueryLine({ document }: { readonly document: string }) {
  const view = useApp(({ views }) => views[document]);
  const [focused, setFocused] = useState(false);
  if (view === undefined) return null;
  const { query: text, info } = view;
  const clear = (): void => {
    writeQuery(document, '', 0);
    findControl()?.();
  };
  const { query } = messages;
  return (
    <div className={info.error === undefined ? 'query-line' : 'query-line query-wrong'} role="search">
      <Search size={14} aria-hidden />
      <QueryField document={document} text={text} error={info.error} onFocus={setFocused} />
      <span className="query-count">{query.matches(info.matches, info.total)}</span>
      {text !== '' && (
        <IconButton label={query.clear} small onClick={clear}>
          <X size={14} />
        </IconButton>
      )}
      {text === '' && !focused && <Kbd keys="/" />}
      <QueryNote info={info} typing={focused && text.trim() !== ''} />
    </div>
  );
}
