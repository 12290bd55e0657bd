import { appStore } from './app-store.ts';
import type { CommandTarget } from './command-target.ts';
import { sendTo, sendToNew } from './transfer-actions.ts';

/** Tells rows on their way from everything else that is dragged. What they are stays here: a page must not hold values. */
const TYPE = 'application/x-crumbs-rows';

type Lines = Pick<CommandTarget, 'document' | 'target'>;
let dragged: Lines | undefined;

/** Takes lines along with the mouse. */
export function dragRows(data: DataTransfer, lines: Lines): void {
  dragged = lines;
  data.setData(TYPE, '');
  data.effectAllowed = 'copyMove';
}

/** Whether rows are being dragged that this tab can take: not those of the document that it shows already. */
export function takesRows(data: DataTransfer, document?: string): boolean {
  return data.types.includes(TYPE) && dragged !== undefined && dragged.document !== document;
}

/** Drops the rows that are being dragged onto a document, or without one onto a new one. Shift moves them. */
export async function dropRows(document: string | undefined, move: boolean): Promise<void> {
  const lines = dragged;
  dragged = undefined;
  if (lines === undefined || !appStore.getState().documents.some(({ id }) => id === lines.document)) return;
  const way = move ? 'move' : 'copy';
  await (document === undefined ? sendToNew(lines, way) : sendTo(lines, document, way));
}
