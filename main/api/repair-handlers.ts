import { AppError } from '#shared/api/app-error.ts';
import type { RepairProposal } from '#shared/api/repair.ts';
import { reportDamage, type DamageReport } from '#shared/document/damage.ts';
import { NOT_FOR_CLIENTS, repairFor } from '#shared/document/edits/repair-for.ts';
import { repairExport } from '#shared/document/edits/repair-export.ts';
import { sparingProtected } from '#shared/document/edits/spare-protected.ts';
import { previewRepairFor } from '#shared/document/repair-for/describe-repair.ts';
import { previewRepair } from '#shared/document/repair-preview.ts';
import type { Writer } from '#shared/document/writer.ts';
import { knownReaders } from '../documents/chosen-clients.ts';
import type { HandlersOf } from './handler.ts';
import { resultOf } from './edit-handlers.ts';

/** Who wrote a file, what that program gets wrong, and the mending of it. */
export const repairHandlers: HandlersOf<'repair'> = {
  'repair.propose': ({ service }, { document }) => {
    const open = service.get(document);
    const { writer } = open;
    if (writer === undefined) return { damage: [], lines: 0, mendable: false };
    return open.run({ label: 'Looking for damage' }, async (task) =>
      proposalOf(writer, await task.slices(reportDamage(open.cookies, writer))),
    );
  },
  'repair.preview': ({ service }, { document, choices = [], most }) => {
    const open = service.get(document);
    const { writer } = open;
    if (writer === undefined) return { changes: [], more: false };
    const request = { writer, choices, most: Math.min(most, MOST_SHOWN) };
    return open.run({ label: 'Looking for damage' }, (task) =>
      task.slices(previewRepair(open.cookies, request)),
    );
  },
  'repair.apply': async ({ service }, { document, choices = [] }) => {
    const open = service.get(document);
    const { writer } = open;
    if (writer === undefined) {
      throw new AppError('edit-refused', { message: 'The file does not say which program wrote it.' });
    }
    const request = { writer, choices, now: service.now };
    return resultOf(
      open,
      await open.edit('Repairing', (cookies) => sparingProtected(cookies, repairExport(cookies, request))),
    );
  },
  'repair.previewFor': async ({ service }, { document, clients, allow = [], most }) => {
    const open = service.get(document);
    const chosen = { clients: knownReaders(clients), allow, now: service.now, writer: open.writer };
    const request = { ...chosen, most: Math.min(most, MOST_SHOWN) };
    const preview = await open.run({ label: 'Asking clients' }, (task) =>
      task.slices(previewRepairFor(open.cookies, request)),
    );
    if (preview === undefined) throw new AppError('edit-refused', { message: NOT_FOR_CLIENTS });
    return preview;
  },
  'repair.applyFor': async ({ service }, { document, clients, allow = [] }) => {
    const open = service.get(document);
    const request = { clients: knownReaders(clients), allow, now: service.now, writer: open.writer };
    return resultOf(
      open,
      await open.edit('Repairing', (cookies) => sparingProtected(cookies, repairFor(cookies, request))),
    );
  },
};

/** Enough to see what a repair does; all of it stands among the changes afterwards. */
const MOST_SHOWN = 200;

function proposalOf(writer: Writer, { found, mended }: DamageReport): RepairProposal {
  const { exporter, confidence, evidence } = writer;
  return {
    writer: { id: exporter.id, title: exporter.title, confidence, evidence: [...evidence] },
    damage: found.map(({ damage: { id, title, explanation, certainty, cure }, lines }) => ({
      id,
      title,
      explanation,
      certainty,
      cure,
      lines,
    })),
    lines: mended,
    mendable: found.some(({ damage }) => damage.cure === 'repair'),
  };
}
