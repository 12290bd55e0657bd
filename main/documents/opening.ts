import { previewRows } from '#shared/document/preview-rows.ts';
import type { FirstRows } from '#shared/document/open-document.ts';
import type { DocumentService } from './document-service.ts';
import type { Task } from './task.ts';

/** Smaller content is open before a person could look at its first lines, in bytes. */
const LARGE = 4 << 20;
/** As many lines as a window shows at once. */
const ROWS = 100;

/** A document that is being read, with the id that it will have. */
export interface Opening {
  readonly task: Task;
  readonly id: string;
  /** Tells of the first lines where there are many; `size` is that of the whole, in bytes. */
  tell(first: FirstRows, size: number): void;
}

/** Runs what makes a document of a file or of bytes; whoever is told of its first lines is told of its end too. */
export function whileOpening<Result>(
  service: DocumentService,
  title: string,
  body: (opening: Opening) => Promise<Result>,
): Promise<Result> {
  return service.tasks.run({ label: `Opening ${title}` }, async (task) => {
    const id = service.nextDocumentId();
    let told = false;
    const tell: Opening['tell'] = (first, size) => {
      if (size < LARGE) return;
      told = true;
      const rows = previewRows(first, ROWS);
      service.emit({
        event: 'previewed',
        preview: { document: id, task: task.id, title, formatId: first.formatId, rows },
      });
    };
    try {
      return await body({ task, id, tell });
    } finally {
      if (told) service.emit({ event: 'previewEnded', document: id });
    }
  });
}
