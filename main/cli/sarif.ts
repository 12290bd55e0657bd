import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DocumentFinding } from '#shared/document/findings.ts';
import { RULES } from '#shared/rules/registry.ts';
import type { Rule, Severity } from '#shared/rules/rule.ts';
import { sourceText } from '#shared/rules/source-text.ts';
import type { Frame } from './many/each-file.ts';
import { safeJson } from './plain-text.ts';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

const LEVELS = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
} as const satisfies Record<Severity, string>;

const RULE_PLACES = new Map(RULES.map(({ id }, at) => [id, at]));

/** A log of one run, whose results come from the files one by one; what could not be read stands at its end. */
export function sarifFrame(version: string): Frame {
  const rules = RULES.map(({ id, severity, title, rationale, ...rule }) => ({
    id,
    shortDescription: { text: title },
    fullDescription: { text: rationale },
    help: { text: [rationale, sourceOf(rule)].join(' ').trim() },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: ['cookies'] },
  }));
  const driver = { name: 'Crumbs', version, rules };
  return {
    open: `{"$schema":${safeJson(SCHEMA)},"version":"2.1.0","runs":[{"tool":${safeJson({ driver })},"columnKind":"utf16CodeUnits","results":[\n`,
    between: ',\n',
    always: true,
    close: (_empty, failures) =>
      `\n],"invocations":[${safeJson({
        executionSuccessful: failures.length === 0,
        toolExecutionNotifications: failures.map((text) => ({ level: 'error', message: { text } })),
      })}]}]}\n`,
  };
}

/** One finding as a result. Without values, as every finding is. */
export function sarifResult({ rule, severity, line, message }: DocumentFinding, path: string): string {
  return safeJson({
    ruleId: rule,
    ruleIndex: RULE_PLACES.get(rule) ?? -1,
    level: LEVELS[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(path) },
          ...(line !== undefined && { region: { startLine: line } }),
        },
      },
    ],
  });
}

/** A path as a URI reference: what was named relative to the folder stays so. Standard input has a name of its own. */
function uriOf(path: string): string {
  if (path === '-') return 'stdin';
  if (isAbsolute(path)) return pathToFileURL(path).href;
  const places = process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
  const coded = places.split('/').map(encodeURIComponent).join('/');
  return coded.startsWith('./') ? coded.slice(2) : coded;
}

function sourceOf(rule: Pick<Rule, 'source'>): string {
  const source = sourceText(rule);
  return source === '' ? '' : `Source: ${source}.`;
}
