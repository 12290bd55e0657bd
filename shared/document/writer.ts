import type { EpochSeconds } from '../cookie/cookie.ts';
import { recogniseExporter } from '../exporters/registry.ts';
import type { RecognisedExporter } from '../exporters/registry.ts';
import type { CookieDocument } from './cookie-document.ts';
import { exporterFacts } from './exporter-facts.ts';

/** The program that wrote a file. What tells it may be gone once the file is mended: ask when it is read, and keep it. */
export interface Writer extends RecognisedExporter {
  /** When the file was written, where the host knew it. */
  readonly written?: EpochSeconds;
}

/** The program that wrote the file of a document, as far as its lines say; nothing where anybody may have. */
export function writerOf(document: CookieDocument, written?: EpochSeconds): Writer | undefined {
  const recognised = recogniseExporter(exporterFacts(document, written));
  return recognised && { ...recognised, ...(written !== undefined && { written }) };
}
