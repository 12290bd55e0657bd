import * as v from 'valibot';
import { chooseClient } from '../../../clients/registry.ts';
import { repairFor } from '../../edits/repair-for.ts';
import { CONCESSIONS } from '../../repair-for/repair-request.ts';
import { stepKind } from '../step-kind.ts';

const client = v.pipe(
  v.string(),
  v.check(
    (text) => !('refused' in chooseClient(text)),
    'is no program that Crumbs knows; “crumbs help verdict” lists them.',
  ),
);

/** Makes the file readable by programs, by the fixes that they need and no others. */
export const writeFor = stepKind({
  id: 'write-for',
  schema: v.strictObject({
    do: v.literal('write-for'),
    clients: v.pipe(v.array(client), v.minLength(1, 'needs at least one program.')),
    allow: v.optional(v.array(v.picklist(CONCESSIONS, `is none of ${CONCESSIONS.join(', ')}.`))),
  }),
  title: 'Write for programs',
  field: { name: 'clients', label: 'Programs', list: true, hint: 'yt-dlp, curl 8.21.0' },
  describe: ({ clients }) => `Make it readable by ${clients.join(', ')}`,
  run: (document, { clients, allow = [] }, { now, writer }) => {
    const chosen = clients.map(chooseClient).flatMap((one) => ('refused' in one ? [] : [one]));
    return repairFor(document, { clients: chosen, allow, now, writer });
  },
});
