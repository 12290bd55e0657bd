import { ChartColumn, Table2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { IconButton } from '../../ui/icon-button.tsx';
import { overviewMessages } from '../../ui/overview-messages.ts';

interface PictureProps {
  readonly title: string;
  /** A sentence below the title. */
  readonly hint?: string;
  /** Choices beside the title. */
  readonly tools?: ReactNode;
  /** The same as a table, for those who would rather read. */
  readonly table: ReactNode;
  readonly children: ReactNode;
}

/** A picture with its title, and the table behind it. */
export function Picture({ title, hint, tools, table, children }: PictureProps) {
  const [asTable, setAsTable] = useState(false);
  return (
    <section className="picture" aria-label={title}>
      <header className="picture-head">
        <h2>{title}</h2>
        {!asTable && tools}
        <IconButton
          small
          label={asTable ? overviewMessages.asPicture : overviewMessages.asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? <ChartColumn size={13} /> : <Table2 size={13} />}
        </IconButton>
      </header>
      {hint !== undefined && <p className="picture-hint">{hint}</p>}
      {asTable ? table : children}
    </section>
  );
}
