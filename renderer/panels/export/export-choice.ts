import type { Params } from '#shared/api/api.ts';
import type { ExportTargetInfo } from '#shared/api/export.ts';
import type { Preferences } from '#shared/api/settings.ts';
import type { ViewInfo } from '#shared/api/view.ts';
import { withScheme } from '../../state/use-settled-answer.ts';

/** Which cookies: part of the view, all, those of a site, or those that the address is sent. */
export type ExportScope = 'selection' | 'matches' | 'all' | 'site' | 'sent';

/** What the person chose to export. */
export interface ExportChoice {
  readonly to?: string;
  readonly scope: ExportScope;
  readonly site: string;
  /** Absent until something was typed: the engine proposes an address. */
  readonly url?: string;
  readonly inline: boolean;
  /** Under which name the file was saved. */
  readonly fileName?: string;
}

/** What the dialog passes down to its parts. */
export interface Choosing {
  readonly choice: ExportChoice;
  readonly onChoose: (choice: ExportChoice) => void;
}

/** Whether the person is asked for an address. */
export function asksForUrl(target: ExportTargetInfo, { scope }: ExportChoice): boolean {
  return target.needsUrl || scope === 'sent';
}

/** What to ask the engine for; nothing while no site is named. */
export function requestFor(
  { view, target, shell }: RequestOf,
  choice: ExportChoice,
): Params<'export.bytes'> | undefined {
  const { scope, site, url = '', inline, fileName } = choice;
  if (scope === 'site' && site.trim() === '') return undefined;
  const asked = asksForUrl(target, choice) && url.trim() !== '';
  return {
    document: view.document,
    to: target.id,
    ...((scope === 'selection' || scope === 'matches') && { target: { view: view.id, which: scope } }),
    ...(scope === 'site' && { site }),
    ...(scope === 'sent' && { onlySent: true }),
    ...(asked && { url: withScheme(url) }),
    ...(target.kind === 'program' && shell !== 'usual' && { shell }),
    ...(target.canInline && inline && { inline: true }),
    ...(fileName !== undefined && { fileName }),
  };
}

interface RequestOf {
  readonly view: ViewInfo;
  readonly target: ExportTargetInfo;
  readonly shell: Preferences['exportShell'];
}
