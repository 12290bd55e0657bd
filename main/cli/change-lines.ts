import { differenceText } from '#shared/api/field-text.ts';
import type { PendingChange } from '#shared/document/pending-changes.ts';
import { listChanges } from '#shared/document/pending-changes.ts';
import type { OpenDocument } from '../documents/open-document.ts';
import { plainText } from './plain-text.ts';

const PAGE = 1000;

/** What a document differs in from its file, line by line, in the manner of `diff`. */
export function changeLines({ cookies }: OpenDocument, reveal: boolean): string {
  const parts: string[] = [];
  for (let from = 0; ; from += PAGE) {
    const changes = listChanges(cookies, { from, to: from + PAGE, reveal });
    parts.push(...changes.map(changeText));
    if (changes.length < PAGE) return parts.join('');
  }
}

/** One change in the manner of `diff`. */
export function changeText({ kind, line, subject, details, before, after }: PendingChange): string {
  return [
    `@@ ${line === undefined ? '' : `line ${line}: `}${kind} ${plainText(subject)}\n`,
    ...details.map((detail) => `   ${plainText(differenceText(detail))}\n`),
    ...(before === undefined ? [] : [`- ${plainText(before)}\n`]),
    ...(after === undefined ? [] : [`+ ${plainText(after)}\n`]),
  ].join('');
}
