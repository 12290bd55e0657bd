import { differenceText } from '#shared/api/field-text.ts';
import { describeMerge, type MergeRow } from '#shared/document/merge/describe-merge.ts';
import type { MergePlan } from '#shared/document/merge/merge-plan.ts';
import { planCompare } from '#shared/document/merge/plan-merge.ts';
import { sameContent } from '#shared/document/reload/compare-rows.ts';
import type { CookieDocument } from '#shared/document/cookie-document.ts';
import { batches, mapped, writeList } from '../batches.ts';
import { type Command, UsageError } from '../command.ts';
import { ExitCode } from '../exit-codes.ts';
import { openDetached, STDIN } from '../inputs.ts';
import { plainText, safeJson } from '../plain-text.ts';
import { FROM, JSON_OUTPUT, REVEAL } from '../shared-options.ts';

/** One difference between two files, from the first to the second. */
interface Difference {
  readonly change: 'added' | 'removed' | 'changed';
  readonly kind: MergeRow['kind'];
  readonly subject: string;
  readonly fields: readonly { readonly field: string; readonly before: string; readonly after: string }[];
  /** The lines of what is no entry. */
  readonly before?: string;
  readonly after?: string;
}

/** `crumbs diff`: what two files say differently, cookie by cookie. */
export const diff: Command = {
  name: 'diff',
  usage: 'FILE OTHER [--json]',
  summary: 'Compare two cookie files, cookie by cookie',
  files: { least: 2, most: 2 },
  options: { json: JSON_OUTPUT, reveal: REVEAL, from: FROM },
  details: () =>
    'Cookies are told apart by name, domain, host-only mark and path, wherever they stand in the files; the formats may differ.\nThe order of lines, blank lines and line ends do not count. Exit code: 0 the same, 1 different, 2 a file could not be read.',
  run: async (context) => {
    const { io, options, files, service } = context;
    const [file = '', other = ''] = files;
    if (file === STDIN && other === STDIN)
      throw new UsageError('Only one file can be standard input.', 'diff');
    const { cookies } = await openDetached(context, file);
    const { cookies: theirs } = await openDetached(context, other);
    const plan = await service.tasks.run({ label: 'Comparing' }, (task) =>
      task.slices(planCompare(cookies, theirs, service.now)),
    );
    const differences = [...differencesOf(cookies, plan, options.has('reveal'))];
    const write = (text: string): Promise<void> => io.write(text);
    if (options.has('json')) {
      const head = `{ "same": ${differences.length === 0}, "differences": [`;
      await writeList(write, differences.map(safeJson), [head, '] }\n']);
    } else {
      for (const batch of batches(mapped(differences, textOf))) await write(batch.join(''));
    }
    return differences.length === 0 ? ExitCode.fine : ExitCode.findings;
  },
};

function* differencesOf(
  cookies: CookieDocument,
  plan: MergePlan,
  reveal: boolean,
): Generator<Difference, void> {
  for (const id of plan.differing) {
    const row = describeMerge(cookies, plan, id, reveal);
    const { kind, subject, mine, theirs, fields } = row;
    if (kind === 'blank') continue;
    const change = mine === undefined ? 'added' : theirs === undefined ? 'removed' : 'changed';
    if (change === 'changed' && saysTheSame(cookies, plan, id, row)) continue;
    yield {
      change,
      kind,
      subject,
      fields: fields.map((one) => ({ field: one.field, before: one.mine, after: one.theirs })),
      ...(kind !== 'entry' && mine !== undefined && { before: mine }),
      ...(kind !== 'entry' && theirs !== undefined && { after: theirs }),
    };
  }
}

/** Another line end, or blanks around the columns, say nothing else. */
function saysTheSame(
  { table }: CookieDocument,
  { mine, theirs, disk }: MergePlan,
  id: number,
  { kind, fields }: MergeRow,
): boolean {
  if (kind === 'entry') return fields.length === 0;
  return sameContent({ table, row: mine[id] ?? 0 }, { table: disk.table, row: theirs[id] ?? 0 });
}

const SIGNS = { added: '+', removed: '-', changed: '~' } as const;

function textOf({ change, kind, subject, fields, before, after }: Difference): string {
  const sign = SIGNS[change];
  if (kind !== 'entry') {
    const lines = [before !== undefined && `- ${before}`, after !== undefined && `+ ${after}`];
    return lines.map((line) => (line === false ? '' : `${plainText(line)}\n`)).join('');
  }
  const said = fields.map(differenceText);
  return `${sign} ${plainText(subject)}${said.length === 0 ? '' : `: ${plainText(said.join(', '))}`}\n`;
}
