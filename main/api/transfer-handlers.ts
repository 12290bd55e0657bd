import { decodeUtf8 } from '#shared/cookie/byte-string.ts';
import { describeTransfer } from '#shared/document/transfer/describe-transfer.ts';
import { toldLosses } from '../documents/told-losses.ts';
import {
  applyTransfer,
  closeTransfer,
  documentLike,
  openTransfer,
  transferOf,
} from '../documents/transfers.ts';
import { resultOf } from './edit-handlers.ts';
import type { HandlersOf } from './handler.ts';
import { checkedWindow } from './window-limit.ts';

/** Rows that come into a document from the clipboard, a file or another document. */
export const transferHandlers: HandlersOf<'transfer'> = {
  'transfer.open': async ({ service }, { document, from }) => {
    const opened = await openTransfer(service, service.get(document), from);
    if ('plan' in opened) {
      const { id, plan, title } = opened;
      const { none: _, ...counts } = plan.counts;
      return { kind: 'rows', transfer: id, title, counts, losses: toldLosses(plan.losses) };
    }
    if (opened.kind === 'set-cookie') return { kind: 'set-cookie' };
    const { pairs, host } = opened.header;
    const named = host && decodeUtf8(host);
    return { kind: 'cookie-header', cookies: pairs.length, ...(named !== undefined && { host: named }) };
  },
  'transfer.rows': ({ service }, { transfer, from, to }) => {
    checkedWindow(from, to);
    const { document, plan } = transferOf(service, transfer);
    return describeTransfer(document.cookies, plan, { from, to });
  },
  'transfer.apply': async ({ service }, { transfer, choices, move = false }) => {
    const opened = transferOf(service, transfer);
    const done = await applyTransfer(service, opened, { choices, move });
    const left = move && opened.source ? { left: opened.source.info } : {};
    return { ...resultOf(opened.document, done), ...left };
  },
  'transfer.close': ({ service }, { transfer }) => {
    closeTransfer(service, transfer);
    return {};
  },
  'transfer.create': async ({ service }, { like }) => (await documentLike(service, service.get(like))).info,
};
