import { createHmac, randomBytes } from 'node:crypto';
import { redactDocument, type Redacted } from '#shared/document/redact/redact-document.ts';
import type { Draw } from '#shared/document/redact/fake-text.ts';
import type { OpenDocument } from './open-document.ts';

/** A document made fit to be shown to others, with texts drawn by a key that nobody keeps. `ids`: only these entries. */
export function redacted(document: OpenDocument, ids: Iterable<number> | undefined): Promise<Redacted> {
  return document.run({ label: `Redacting ${document.title}` }, (task) =>
    task.slices(redactDocument(document.cookies, drawByKey(randomBytes(32)), ids)),
  );
}

/** HMAC-SHA256 in counter mode: who has not the key learns nothing of a text from what was drawn for it. */
function drawByKey(key: Uint8Array): Draw {
  return (text, length) => {
    const blocks: Buffer[] = [];
    for (let block = 0; blocks.length * 32 < length; block++) {
      blocks.push(createHmac('sha256', key).update(`${block}:`).update(text, 'latin1').digest());
    }
    return Buffer.concat(blocks);
  };
}
