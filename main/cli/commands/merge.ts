import { AppError } from '#shared/api/app-error.ts';
import type { CookieDocument } from '#shared/document/cookie-document.ts';
import { commitMerge } from '#shared/document/merge/commit-merge.ts';
import { describeMerge } from '#shared/document/merge/describe-merge.ts';
import { Outcome, type MergePlan } from '#shared/document/merge/merge-plan.ts';
import { planMerge } from '#shared/document/merge/plan-merge.ts';
import { commitContent, planReload } from '#shared/document/reload.ts';
import { refusalError } from '../../documents/open-document.ts';
import { type Command, type CommandContext, oneOf, UsageError } from '../command.ts';
import { ExitCode } from '../exit-codes.ts';
import { openDetached, readInput, STDIN } from '../inputs.ts';
import { counted, writeOutput } from '../outputs.ts';
import { plainText } from '../plain-text.ts';
import { FROM, OUTPUT } from '../shared-options.ts';

/** `crumbs merge`: what two files made of a third, put together. */
export const merge: Command = {
  name: 'merge',
  usage: 'BASE MINE THEIRS [--output FILE] [--prefer mine|theirs]',
  summary: 'Merge two versions of a cookie file that come from a third',
  files: { least: 3, most: 3 },
  options: {
    output: {
      ...OUTPUT,
      help: 'Write here instead of to standard output, through the safe saver; it may be MINE itself.',
    },
    prefer: {
      type: 'string',
      argument: 'SIDE',
      choices: ['mine', 'theirs'],
      help: 'What conflicts take: mine or theirs. Then there are none left, and the exit code is 0.',
    },
    from: FROM,
  },
  details: () =>
    [
      'Cookies are put together by name, domain, host-only mark and path, and field by field; lines that nobody touched stay as',
      'they are in MINE. Where both sides changed one field, or one removed what the other changed, that is a conflict: it is named',
      'on standard error without its value, the result takes MINE there, and the exit code is 1. 2 means that nothing was written.',
      '',
      'As a merge driver of git, with "*.cookies.txt merge=crumbs diff=crumbs" in .gitattributes:',
      '  git config merge.crumbs.driver "crumbs merge %O %A %B --output %A"',
      '  git config diff.crumbs.textconv "crumbs list"',
    ].join('\n'),
  run: async (context) => {
    const { io, options, files } = context;
    const [base = '', mine = '', theirs = ''] = files;
    if (files.filter((file) => file === STDIN).length > 1)
      throw new UsageError('Only one file can be standard input.', 'merge');
    const preferred = options.text('prefer');
    const prefer = preferred === undefined ? undefined : oneOf(preferred, ['mine', 'theirs'], 'prefer');
    const { cookies, plan } = await planned(context, { base, mine, theirs });
    const open = prefer === undefined ? plan.conflicts : 0;
    for (const id of open === 0 ? [] : plan.differing) {
      if (plan.outcome[id] === Outcome.conflict) io.tell(conflictText(cookies, plan, id));
    }
    await context.service.tasks.run({ label: 'Merging' }, (task) =>
      task.slices(
        commitMerge(
          cookies,
          plan,
          { lines: new Map(), conflicts: prefer ?? 'mine' },
          { label: 'Merge', event: 'import' },
        ),
      ),
    );
    await writeOutput(context, STDIN, Buffer.concat([...cookies.write()]));
    if (open === 0) return ExitCode.fine;
    io.tell(`crumbs: ${counted(open, 'conflict')}; the result has what ${mine} says there.`);
    return ExitCode.findings;
  },
};

/** The base edited until it is mine, beside theirs. */
async function planned(
  context: CommandContext,
  files: { readonly base: string; readonly mine: string; readonly theirs: string },
): Promise<{ readonly cookies: CookieDocument; readonly plan: MergePlan }> {
  const { service } = context;
  const { now } = service;
  const mine = await readInput(context, files.mine);
  const theirs = await readInput(context, files.theirs);
  const { cookies: own } = await openDetached(context, files.mine, mine);
  const given = await readInput(context, files.base);
  // Scenario: git gives an empty file where both sides added it. What it is tells only one of theirs.
  const base =
    given.length > 0 || own.format.kind === 'lines' ? given : Buffer.concat([...own.format.write([])]);
  const { cookies } = await service.openBytes('base', base, own.format.id);
  if (own.readOnly !== undefined || cookies.readOnly !== undefined) {
    throw new AppError('document-read-only', { path: files.mine, reason: 'format' });
  }
  return service.tasks.run({ label: 'Comparing' }, async (task) => {
    const edits = await task.slices(planReload(cookies, { bytes: mine, keepEdits: false, now }));
    if (edits.refused !== undefined) throw refusalError(edits, files.mine);
    await task.slices(commitContent(cookies, edits, 'Edit'));
    const plan = await task.slices(planMerge(cookies, { bytes: theirs, now }));
    if (plan.refused !== undefined) throw refusalError(plan, files.theirs);
    return { cookies, plan };
  });
}

/** "conflict: example.com sid: value, expires": never a value. */
function conflictText(cookies: CookieDocument, plan: MergePlan, id: number): string {
  const { subject, mine, theirs, fields } = describeMerge(cookies, plan, id, false);
  const line = cookies.lineNumber(id);
  const where = line > 0 ? ` (line ${line} of the result)` : '';
  const what =
    mine === undefined
      ? 'removed in MINE, changed in THEIRS'
      : theirs === undefined
        ? 'changed in MINE, removed in THEIRS'
        : fields
            .filter(({ outcome }) => outcome === 'conflict')
            .map(({ field }) => field)
            .join(', ') || 'the line';
  return `crumbs: conflict: ${plainText(subject)}: ${plainText(what)}${where}`;
}
