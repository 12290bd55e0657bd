import type { TableLook } from '#shared/api/columns.ts';
import { columnMessages as words } from '../../ui/column-messages.ts';

/** The first rows as they would be read; values are never among them. */
export function FirstRows({ rows }: Pick<TableLook, 'rows'>) {
  const { name, domain, path, ends } = words.rows;
  return (
    <section aria-label={words.preview}>
      <h3 className="columns-preview">{words.preview}</h3>
      <table className="columns-table">
        <thead>
          <tr>
            {[name, domain, path, ends].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // Rows have no name but their place.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={at}>
              {row === null ? (
                <td colSpan={4} className="severity-error">
                  {words.noCookie}
                </td>
              ) : (
                <>
                  <td className="clip mono">{row.name}</td>
                  <td className="clip mono">{row.domain}</td>
                  <td className="clip mono">{row.path}</td>
                  <td className="muted">{row.session ? words.session : words.atATime}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
