import type { ViewInfo } from '#shared/api/view.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { messages } from '../../ui/messages.ts';
import type { Choosing, ExportScope } from './export-choice.ts';
import '../../ui/field.css';

/** So many sites are proposed. */
const PROPOSED = 200;

/** Which cookies are exported. */
export function ScopeList({ view, choice, onChoose }: Choosing & { readonly view: ViewInfo }) {
  const { exporting } = messages;
  const scopes: readonly { readonly id: ExportScope; readonly label: string; readonly usable?: boolean }[] = [
    { id: 'selection', label: exporting.selection(view.selected), usable: view.selected > 0 },
    { id: 'matches', label: exporting.matches(view.matches), usable: view.matches > 0 },
    { id: 'all', label: exporting.all(view.total) },
    { id: 'sent', label: exporting.sent },
    { id: 'site', label: exporting.site },
  ];
  return (
    <fieldset className="export-scope">
      <legend>{exporting.scope}</legend>
      {scopes.map(({ id, label, usable = true }) => (
        <label key={id} className={usable ? '' : 'export-off'}>
          <input
            type="radio"
            name="export-scope"
            checked={choice.scope === id}
            disabled={!usable}
            onChange={() => onChoose({ ...choice, scope: id })}
          />
          {label}
        </label>
      ))}
      {choice.scope === 'site' && <SiteInput view={view} choice={choice} onChoose={onChoose} />}
    </fieldset>
  );
}

function SiteInput({ view, choice, onChoose }: Choosing & { readonly view: ViewInfo }) {
  const { exporting } = messages;
  const facets = useAnswer('view.facets', { view: view.id, siteLimit: PROPOSED });
  return (
    <>
      <input
        className="input"
        aria-label={exporting.site}
        list="export-sites"
        placeholder={exporting.sitePlaceholder}
        spellCheck={false}
        autoComplete="off"
        autoFocus
        value={choice.site}
        onChange={({ target }) => onChoose({ ...choice, site: target.value })}
      />
      <datalist id="export-sites">
        {facets?.sites.values.map(({ label }) => (
          <option key={label}>{label}</option>
        ))}
      </datalist>
    </>
  );
}
