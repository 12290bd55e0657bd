import type { DocumentFinding } from '#shared/document/findings.ts';
import { safeJson } from './plain-text.ts';

/** A finding for programs; `place` is put before it. Without values. */
export function findingJson(
  { rule, severity, line, field, data, message }: DocumentFinding,
  place: { readonly file?: string } = {},
): string {
  return safeJson({ ...place, rule, severity, line: line ?? null, field, data, message });
}
