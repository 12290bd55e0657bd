import type { ExportRefusal, ExportRequest, ExportResult } from '#shared/exports/export-target.ts';
import { exportTargetById } from '#shared/exports/registry.ts';
import { finish } from '#shared/table/progress.ts';

/** What a target makes of a request; nothing where there is no such target. */
export function exportOf(target: string, request: ExportRequest): ExportResult | ExportRefusal | undefined {
  const known = exportTargetById(target);
  return known && finish(known.export(request));
}
