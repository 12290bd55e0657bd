import { Trait } from '../table/columns.ts';
import type { CookieDocument } from './cookie-document.ts';
import type { Writer } from './writer.ts';

/**
 * Rules that find something but must not be fixed, because the writer of the file got wrong what their fix goes by:
 * the repair comes first. None once it is made.
 */
export function overruledRules(document: CookieDocument, writer: Writer | undefined): readonly string[] {
  const rules = (writer?.exporter.damage ?? []).flatMap((damage) =>
    damage.scope === 'entry' ? (damage.overrules ?? []) : [],
  );
  if (rules.length === 0 || !anyContradicts(document)) return [];
  const { findings } = document.judge;
  return [...new Set(rules)].filter((rule) => findings.count(findings.indexOf(rule)) > 0);
}

/** Does the flag of any entry contradict the leading full stop of its domain? */
function anyContradicts({ table, lines }: CookieDocument): boolean {
  const { traits } = table.columns;
  const rows = lines.rows();
  for (let at = 0; at < rows.length; at++) {
    if (((traits[rows[at] ?? 0] ?? 0) & Trait.flagContradictsDot) !== 0) return true;
  }
  return false;
}
