import type { CookieDocument } from '#shared/document/cookie-document.ts';
import { type DocumentFinding, documentFindings, findingsOfLine } from '#shared/document/findings.ts';
import type { Severity } from '#shared/rules/rule.ts';

/** Every finding: about the document first, then line by line, the worst first. One at a time: there may be millions. */
export function* findingsInOrder(
  document: CookieDocument,
  wanted: (severity: Severity) => boolean,
): Generator<DocumentFinding> {
  yield* documentFindings(document).filter(({ severity }) => wanted(severity));
  for (const id of document.lines.ids()) yield* findingsOfLine(document, id, wanted);
}
