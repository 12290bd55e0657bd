import { Trait } from '../table/columns.ts';
import type { Rule } from '../rules/rule.ts';
import type { CookieDocument } from './cookie-document.ts';
import { isFixable } from './edits/fix-rule.ts';
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

/** The rules whose fixes need no decision by a person, of those that are shown. */
export function harmlessRules({ judge }: CookieDocument): readonly string[] {
  const { findings } = judge;
  const harmless = (rule: Rule, place: number): boolean =>
    isFixable(rule) && rule.fixNeedsChoice !== true && findings.shown(place);
  return findings.rules.filter(harmless).map(({ id }) => id);
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
