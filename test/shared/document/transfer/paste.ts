import { bytesOf } from '#shared/cookie/byte-string.ts';
import type { ByteString } from '#shared/cookie/byte-string.ts';
import type { CookieDocument } from '#shared/document/cookie-document.ts';
import type { EditDone } from '#shared/document/edits/edit-outcome.ts';
import { commitTransfer } from '#shared/document/transfer/commit-transfer.ts';
import type { TransferChoices } from '#shared/document/transfer/commit-transfer.ts';
import type { Incoming } from '#shared/document/transfer/incoming.ts';
import { readIncoming } from '#shared/document/transfer/incoming.ts';
import { planTransfer } from '#shared/document/transfer/plan-transfer.ts';
import type { TransferPlan } from '#shared/document/transfer/plan-transfer.ts';
import { finish } from '#shared/table/progress.ts';
import { NOW, strings } from '../open-for-test.ts';

/** Everything that is new or changed is taken. */
export const ALL: TransferChoices = { changed: true, except: new Set() };

/** What a text that is no header holds. */
export function incoming(text: ByteString): Incoming {
  const read = finish(readIncoming(bytesOf(text), strings));
  if ('refused' in read || read.kind !== 'rows') throw new Error('these are no rows');
  return read.incoming;
}

/** Puts rows beside a document. */
export function planned(document: CookieDocument, rows: Incoming): TransferPlan {
  return finish(planTransfer(document, rows, NOW));
}

/** Pastes a text: all that is new or changed in it. */
export function paste(document: CookieDocument, text: ByteString): EditDone {
  const plan = planned(document, incoming(text));
  return finish(commitTransfer(document, plan, ALL, { label: 'Paste', event: 'edit.paste' }));
}
