import type { CSSProperties, ReactNode } from 'react';
import type { Mark } from '#shared/api/overview.ts';
import { useApp } from '../../state/app-store.ts';
import { termState } from '../../state/query-terms.ts';
import { toggleInQuery } from '../../state/view-actions.ts';

interface MarkButtonProps {
  readonly document: string;
  readonly mark: Mark;
  /** The marks of its picture: a line has one of them, so choosing one puts it in the place of another. */
  readonly among: readonly Mark[];
  /** What it says to those who do not see the picture. */
  readonly label: string;
  readonly className?: string;
  readonly style?: CSSProperties;
  /** The one mark of a group that Tab comes to. */
  readonly first?: boolean;
  readonly children?: ReactNode;
}

/** A part of a picture: a click writes its condition into the query line, or takes it out. */
export function MarkButton({
  document,
  mark,
  among,
  label,
  className,
  style,
  first,
  children,
}: MarkButtonProps) {
  const active = useApp(({ views }) => termState(views[document]?.query ?? '', mark.term) === 'with');
  const instead = among.map(({ term }) => term).filter((term) => term !== mark.term);
  return (
    <button
      type="button"
      className={`mark ${className ?? ''}`}
      style={style}
      tabIndex={first === false ? -1 : 0}
      aria-pressed={active}
      aria-label={label}
      title={label}
      disabled={mark.count === 0 && !active}
      onClick={() => toggleInQuery(document, { term: mark.term, instead })}
    >
      {children}
    </button>
  );
}
