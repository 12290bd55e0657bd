import { reportDamage, type FoundDamage } from '#shared/document/damage.ts';
import type { OpenDocument } from '../documents/open-document.ts';
import { counted } from './outputs.ts';

/** What there is to say of the program that wrote a file: who it is and why, and what it got wrong. Nothing where nobody knows. */
export async function damageLines(document: OpenDocument): Promise<readonly string[]> {
  const { writer } = document;
  if (writer === undefined) return [];
  const { found, mended } = await reported(document, writer);
  const { exporter, confidence, evidence } = writer;
  const perhaps = confidence === 'possible' ? 'perhaps ' : '';
  const repairs = found.filter(({ damage }) => damage.cure === 'repair');
  const first = `${perhaps}written by ${exporter.title}. ${evidence.join(' ')}`;
  if (found.length === 0) return confidence === 'possible' ? [] : [first];
  return [
    first,
    ...found.map((one) => `  ${one.damage.title}${hits(one)}. ${one.damage.explanation}${cure(one)}`),
    ...(repairs.length > 0 ? [`crumbs fix --repair mends ${what(mended)}.`] : []),
  ];
}

/** That a repair would mend something, in a sentence; nothing where it would not. */
export async function repairHint(document: OpenDocument): Promise<string | undefined> {
  const { writer } = document;
  if (writer === undefined) return undefined;
  const { found, mended } = await reported(document, writer);
  if (!found.some(({ damage }) => damage.cure === 'repair')) return undefined;
  const perhaps = writer.confidence === 'possible' ? 'perhaps ' : '';
  return `${document.title} was ${perhaps}written by ${writer.exporter.title}; crumbs fix --repair mends ${what(mended)}.`;
}

/** The same as `damageLines`, for programs. */
export async function writerFacts(document: OpenDocument): Promise<object | undefined> {
  const { writer } = document;
  if (writer === undefined) return undefined;
  const { found, mended } = await reported(document, writer);
  const { exporter, confidence, evidence } = writer;
  return {
    id: exporter.id,
    title: exporter.title,
    confidence,
    evidence,
    mends: mended,
    damage: found.map(({ damage: { id, certainty, cure: how }, lines }) => ({
      id,
      certainty,
      cure: how,
      lines,
    })),
  };
}

function reported(document: OpenDocument, writer: NonNullable<OpenDocument['writer']>) {
  return document.run({ label: 'Looking for damage' }, (task) =>
    task.slices(reportDamage(document.cookies, writer)),
  );
}

function hits({ damage, lines }: FoundDamage): string {
  if (lines === 0) return '';
  const count = counted(
    lines,
    damage.scope === 'line' ? 'line' : 'entry',
    damage.scope === 'line' ? undefined : 'entries',
  );
  return damage.certainty === 'possible' ? ` (perhaps ${count})` : ` (${count})`;
}

function cure({ damage }: FoundDamage): string {
  return damage.cure === 'choice' ? ` Mended only with --repair --choose ${damage.id}.` : '';
}

function what(mended: number): string {
  return mended === 0 ? 'the file as a whole' : counted(mended, 'entry', 'entries');
}
