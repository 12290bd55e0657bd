import type { Target } from '#shared/api/common.ts';
import { AppError } from '#shared/api/app-error.ts';
import type { DocumentService } from './document-service.ts';
import type { OpenDocument } from './open-document.ts';

/** The lines that a command works on, in the order in which they are shown. A view of another document is refused. */
export async function targetIds(
  service: DocumentService,
  document: OpenDocument,
  target: Target,
): Promise<ArrayLike<number> & Iterable<number>> {
  if ('ids' in target) return target.ids;
  const clientView = service.view(target.view);
  if (clientView.document !== document) throw new AppError('request-invalid', { reason: 'view' });
  const view = await clientView.current();
  return target.which === 'matches' ? view.matchedIds() : view.selectedIds();
}
