import type { Cookie, EpochSeconds } from '../cookie/cookie.ts';
import type { WritableFormat } from '../formats/format.ts';
import { sentTo } from './common-stages.ts';
import { cookieFile } from './cookie-file.ts';
import type { ExportRefusal, ExportRequest, ExportResult, ExportTarget } from './export-target.ts';
import { type FileUse, fileWithUse, refuse, type UseOf } from './file-use.ts';
import { requestAddress, type RequestAddress } from './request-address.ts';
import { sift, type Stage } from './sieve.ts';
import { writtenIn } from './written-in.ts';

/** A program, or a library, that reads cookies from a file. */
export interface FileReader extends Pick<ExportTarget, 'id' | 'name' | 'description' | 'kind'> {
  readonly extension?: string;
  /** What it makes of each cookie; `address` is that of the command. */
  stages(now: EpochSeconds, address?: RequestAddress): readonly Stage[];
  /** What its file is; the Netscape file without it. */
  readonly format?: Pick<WritableFormat, 'name' | 'carries' | 'misfit' | 'write'>;
  /** How it wants a line of a Netscape file, where that is not the canonical one. */
  readonly line?: (cookie: Cookie) => string;
  /** Why it cannot take a file of this name. */
  readonly refusesFile?: (fileName: string) => string | undefined;
  /** What uses the file; without it nothing does, and no address is asked for. */
  readonly usedBy?: (of: UseOf, written: readonly Cookie[]) => FileUse;
  /** The command with the values in it, for a program that takes them there. */
  readonly inline?: (request: ExportRequest, address: RequestAddress) => ExportResult | ExportRefusal;
}

/** A cookie file as one program wants it, and what uses it there. */
export function fileExportTarget(reader: FileReader): ExportTarget {
  const { id, name, description, kind, extension = 'txt', format, usedBy } = reader;
  return {
    id,
    name,
    description,
    kind,
    extension,
    needsUrl: usedBy !== undefined,
    writesForUrl: false,
    canInline: reader.inline !== undefined,
    *export(request) {
      const { cookies, fileName, now, shell } = request;
      const address = usedBy && requestAddress(request.url);
      if (address !== undefined && 'refused' in address) return address;
      if (request.inline) {
        yield { done: 0, total: cookies.length };
        const takesNone = `${name} takes cookies from a file only. Export without values in the command.`;
        return (address && reader.inline?.(request, address)) ?? refuse(takesNone);
      }
      const trouble = reader.refusesFile?.(fileName);
      if (trouble !== undefined) return refuse(trouble);
      const stages = [...reader.stages(now, address), ...(address ? [sentTo(address, now)] : [])];
      const { written, losses } = yield* sift(cookies, stages, format);
      const bytes = yield* format ? writtenIn(format, written) : cookieFile(written, reader.line);
      const file = { name: fileName, bytes };
      if (usedBy === undefined || address === undefined) return { files: [file], losses };
      return fileWithUse(file, usedBy({ fileName, address: address.text }, written), { losses, shell });
    },
  };
}
