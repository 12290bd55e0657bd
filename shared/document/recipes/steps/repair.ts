import * as v from 'valibot';
import { repairExport } from '../../edits/repair-export.ts';
import { stepKind } from '../step-kind.ts';

/** Mends what the program that wrote the file is known to get wrong; of a file whose writer is not known, nothing. */
export const repair = stepKind({
  id: 'repair',
  schema: v.strictObject({ do: v.literal('repair') }),
  title: 'Repair the export',
  describe: () => 'Repair what the program that wrote the file got wrong',
  *run(document, _, { now, writer }) {
    if (writer === undefined) return { refused: 'The file does not say which program wrote it.' };
    return yield* repairExport(document, { writer, choices: [], now });
  },
});
