import { ChevronRight, Minus } from 'lucide-react';
import { useState } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import { useApp } from '../../state/app-store.ts';
import { termState } from '../../state/query-terms.ts';
import { toggleInQuery } from '../../state/view-actions.ts';
import { messages } from '../../ui/messages.ts';
import { showCount } from '../../ui/numbers.ts';
import { SeverityIcon } from '../../ui/severity-icon.tsx';
import type { Gravity } from '../../ui/severity-icon.tsx';

/** One value that can be filtered by. */
export interface FacetValue {
  readonly term: string;
  readonly label: string;
  readonly count: number;
  readonly severity?: Gravity;
}

interface FacetSectionProps {
  readonly document: string;
  readonly title: string;
  /** Absent until they are counted. */
  readonly values: readonly FacetValue[] | undefined;
  /** No line has two of these values: choosing one puts it in the place of another. */
  readonly exclusive?: boolean;
  /** So many values at first; all of them without it. */
  readonly first?: number;
}

/** A part of the facets that can be folded away. */
export function FacetFold({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const [open, setOpen] = useState(true);
  return (
    <section className="facet">
      <h2>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          <ChevronRight size={12} aria-hidden />
          {title}
        </button>
      </h2>
      {open && children}
    </section>
  );
}

/** One facet with its values and counts. */
export function FacetSection({
  document,
  title,
  values: counted,
  exclusive = false,
  first,
}: FacetSectionProps) {
  const [all, setAll] = useState(false);
  const values = counted ?? [];
  const shown = all || first === undefined ? values : values.slice(0, first);
  const query = useApp(({ views }) => views[document]?.query ?? '');
  const others = exclusive ? values.map(({ term }) => term) : [];
  return (
    <FacetFold title={title}>
      <ul>
        {shown.map((value) => (
          <FacetItem
            key={value.term}
            value={value}
            state={termState(query, value.term)}
            onToggle={(negated) =>
              toggleInQuery(document, {
                term: value.term,
                negated,
                instead: negated ? [] : others.filter((term) => term !== value.term),
              })
            }
          />
        ))}
      </ul>
      {counted?.length === 0 && <p className="facet-none">{messages.facets.none}</p>}
      {values.length > shown.length && (
        <button type="button" className="facet-more" onClick={() => setAll(true)}>
          {messages.facets.more(values.length - shown.length)}
        </button>
      )}
    </FacetFold>
  );
}

interface FacetItemProps {
  readonly value: FacetValue;
  readonly state: 'with' | 'without' | 'absent';
  readonly onToggle: (negated: boolean) => void;
}

function FacetItem({ value, state, onToggle }: FacetItemProps) {
  const { label, count, severity } = value;
  const onClick = (event: MouseEvent): void => onToggle(event.altKey);
  return (
    <li className={`facet-item facet-${state}`}>
      <button type="button" className="facet-value" aria-pressed={state !== 'absent'} onClick={onClick}>
        {severity !== undefined && <SeverityIcon severity={severity} size={13} />}
        <span className="clip" title={label}>
          {label}
        </span>
        <span className="facet-count numeric">{showCount(count)}</span>
      </button>
      <button
        type="button"
        className="facet-without"
        tabIndex={-1}
        title={messages.facets.without}
        aria-label={`${messages.facets.without}: ${label}`}
        onClick={() => onToggle(true)}
      >
        <Minus size={12} aria-hidden />
      </button>
    </li>
  );
}
