import type { ExportPreview } from '#shared/api/export.ts';
import type { Loss } from '#shared/formats/loss.ts';

/** Losses as the API tells them. */
export function toldLosses(losses: readonly Loss[]): ExportPreview['losses'] {
  return losses.map(({ code, message, count, names }) => ({ code, message, count, names: [...names] }));
}
