import { AppError } from '#shared/api/app-error.ts';
import { fixAll, fixRule } from '#shared/document/edits/edits.ts';
import { sparingProtected } from '#shared/document/edits/spare-protected.ts';
import { harmlessRules, overruledRules } from '#shared/document/overruled-rules.ts';
import type { DocumentEditDone, OpenDocument } from './open-document.ts';

interface FixRequest {
  readonly now: number;
}

/** Applies the fix of a rule, unless the writer of the file got wrong what that fix goes by. */
export function fixOne(
  open: OpenDocument,
  request: FixRequest & { readonly rule: string; readonly ids?: ArrayLike<number> },
): Promise<DocumentEditDone> {
  refuseOverruled(open, [request.rule]);
  return open.edit('Fixing', (cookies) => {
    const work = fixRule(cookies, request);
    return request.ids?.length === 1 ? work : sparingProtected(cookies, work);
  });
}

/** Applies the fixes of some rules, or of all that need no decision and that the writer of the file leaves right. */
export function fixMany(
  open: OpenDocument,
  request: FixRequest & { readonly rules?: readonly string[] },
): Promise<DocumentEditDone> {
  const { now } = request;
  if (request.rules !== undefined) refuseOverruled(open, request.rules);
  return open.edit('Fixing', (cookies) => {
    const overruled = overruledRules(cookies, open.writer);
    if (request.rules !== undefined || overruled.length === 0) {
      return sparingProtected(cookies, fixAll(cookies, request));
    }
    const rules = harmlessRules(cookies).filter((rule) => !overruled.includes(rule));
    return sparingProtected(cookies, fixAll(cookies, { now, rules }));
  });
}

/** Refuses fixes that go by what the writer of the file got wrong. */
export function refuseOverruled(open: OpenDocument, rules: readonly string[]): void {
  const overruled = overruledRules(open.cookies, open.writer);
  if (!rules.some((rule) => overruled.includes(rule))) return;
  const message = `The subdomain flag was written wrong by ${open.writer?.exporter.title ?? 'an exporter'}, and this fix goes by it: repair the file first.`;
  throw new AppError('edit-refused', { message });
}
