import type { ExportTarget } from './export-target.ts';

/** Every output that is not read back, in the order in which they are offered. */
export const EXPORT_TARGETS: readonly ExportTarget[] = [];

/** The target of this id. */
export function exportTargetById(id: string): ExportTarget | undefined {
  return EXPORT_TARGETS.find((target) => target.id === id);
}
