import path from 'node:path';
import { redacted } from '../documents/redacting.ts';
import { targetIds } from '../documents/targets.ts';
import type { HandlersOf } from './handler.ts';

/** A document that may be shown to others. */
export const redactHandlers: HandlersOf<'redact'> = {
  'redact.open': async ({ service }, { document, target }) => {
    const open = service.get(document);
    const ids = target && (await targetIds(service, open, target));
    const { bytes } = await redacted(open, ids);
    const { name, ext } = path.parse(open.title);
    const { format } = open.cookies;
    const made = await service.openBytes(`${name}-redacted${ext}`, new Uint8Array(bytes), format.id);
    return made.info;
  },
};
