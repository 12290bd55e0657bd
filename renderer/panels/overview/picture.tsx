import { ChartColumn, Table2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Mark } from '#shared/api/overview.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { overviewMessages } from '../../ui/overview-messages.ts';
import { MarkTable } from './mark-table.tsx';
import type { MarkTableProps } from './mark-table.tsx';

interface PictureProps<Row extends Mark> extends Omit<MarkTableProps<Row>, 'caption'> {
  readonly title: string;
  /** A sentence below the title. */
  readonly hint?: string;
  /** Choices beside the title. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** A picture with its title, and its marks as a table for those who would rather read. */
export function Picture<Row extends Mark>(props: PictureProps<Row>) {
  const { title, hint, tools, children, ...table } = props;
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
      {asTable ? <MarkTable {...table} caption={title} /> : children}
    </section>
  );
}
