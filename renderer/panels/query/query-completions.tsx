import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { Result } from '#shared/api/api.ts';
import { useApp } from '../../state/app-store.ts';
import { call } from '../../state/engine.ts';
import { attempt } from '../../state/notices.ts';
import { writeQuery } from '../../state/view-actions.ts';
import { showCount } from '../../ui/numbers.ts';

type Offer = Result<'view.complete'>;

export const COMPLETIONS_ID = 'query-completions';
export const completionId = (at: number): string => `${COMPLETIONS_ID}-${at}`;

/** What could be typed next, and which of it is chosen. */
export interface CompletionState {
  readonly options: Offer['options'];
  readonly active: number | undefined;
  /** Looks what could stand before the cursor. */
  readonly open: (query: string, cursor: number) => Promise<void>;
  readonly close: () => void;
  /** Does the key belong to the list? */
  readonly onKey: (key: string) => boolean;
  readonly accept: (at: number) => void;
}

const NONE: Offer = { from: 0, to: 0, options: [] };

/** Completion for the query of a document; offers of an older text are dropped. */
export function useCompletion(
  document: string,
  text: string,
  input: RefObject<HTMLInputElement | null>,
): CompletionState {
  const view = useApp(({ views }) => views[document]?.info.id);
  const [offer, setOffer] = useState(NONE);
  const [active, setActive] = useState<number>();
  const asked = useRef(0);
  const caret = useRef<number>(undefined);
  useEffect(() => {
    if (caret.current === undefined) return;
    input.current?.setSelectionRange(caret.current, caret.current);
    caret.current = undefined;
  }, [text, input]);
  const show = (next: Offer): void => {
    setOffer(next);
    setActive(undefined);
  };
  const close = (): void => {
    asked.current++;
    show(NONE);
  };
  const open = async (query: string, cursor: number): Promise<void> => {
    if (view === undefined) return;
    const mine = ++asked.current;
    const next = await attempt(() => call('view.complete', { view, query, cursor }));
    if (next !== undefined && mine === asked.current) show(next);
  };
  const accept = (at: number): void => {
    const chosen = offer.options[at];
    if (chosen === undefined) return;
    const goesOn = /[:<>=]$/.test(chosen.insert);
    const before = text.slice(0, offer.from) + chosen.insert + (goesOn ? '' : ' ');
    const query = before + text.slice(offer.to).replace(/^ /, '');
    caret.current = before.length;
    writeQuery(document, query);
    if (goesOn) void open(query, before.length);
    else close();
  };
  const onKey = (key: string): boolean => {
    const { length } = offer.options;
    if (length === 0) return false;
    if (key === 'Escape') close();
    else if (key === 'ArrowDown') setActive(active === undefined ? 0 : (active + 1) % length);
    else if (key === 'ArrowUp') setActive(((active ?? 0) + length - 1) % length);
    else if (key === 'Tab') accept(active ?? 0);
    else if (key === 'Enter' && active !== undefined) accept(active);
    else return false;
    return true;
  };
  return { options: offer.options, active, open, close, onKey, accept };
}

/** The list under the field. Focus stays in the field. */
export function QueryCompletions({ completion }: { readonly completion: CompletionState }) {
  const { options, active, accept } = completion;
  return (
    <div id={COMPLETIONS_ID} className="query-completions" role="listbox" hidden={options.length === 0}>
      {options.map(({ insert, means, count }, at) => (
        <div
          key={insert}
          id={completionId(at)}
          role="option"
          tabIndex={-1}
          aria-selected={at === active}
          onMouseDown={(event) => {
            event.preventDefault();
            accept(at);
          }}
        >
          <span className="query-completion-text">{insert}</span>
          <span className="query-completion-means">{means}</span>
          {count !== undefined && <span className="query-completion-count">{showCount(count)}</span>}
        </div>
      ))}
    </div>
  );
}
