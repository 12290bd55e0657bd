import { AppError } from '#shared/api/app-error.ts';
import type { Result } from '#shared/api/api.ts';
import type { CopyRequest } from '#shared/api/common.ts';
import { copyText } from '#shared/document/transfer/copy-text.ts';
import type { DocumentService } from './document-service.ts';
import { targetIds } from './targets.ts';
import { toldLosses } from './told-losses.ts';

/** The text of some entries for the clipboard, and what it cannot hold of them. */
export async function copied(
  service: DocumentService,
  { document, target, as, url }: CopyRequest,
): Promise<Result<'entry.copyText'>> {
  const open = service.get(document);
  const ids = await targetIds(service, open, target);
  const request = { ids, as, url, now: service.now };
  const copy = await open.run({ label: 'Copying' }, (task) => task.slices(copyText(open.cookies, request)));
  if (copy.refused !== undefined) throw new AppError('export-refused', { message: copy.refused });
  return { text: copy.text, losses: toldLosses(copy.losses) };
}
