import { bytesOf, type ByteString } from '../cookie/byte-string.ts';
import type { ExportTarget } from './export-target.ts';
import { type FileUse, fileWithUse, refuse, type UseOf } from './file-use.ts';
import { type HeaderMedium, headerPairs, IN_FILE } from './header-pairs.ts';
import { requestAddress } from './request-address.ts';
import { posix } from './shells/posix.ts';
import { shellNamed } from './shells/registry.ts';

/** What sends the `Cookie` header of one request, which it reads from a file. */
export interface HeaderSender extends Pick<ExportTarget, 'id' | 'name' | 'description' | 'kind'> {
  readonly extension?: string;
  /** What of names and values it takes from a file, where that is not everything but controls. */
  readonly medium?: HeaderMedium;
  /** What the file holds, where that is more than the pairs. */
  readonly content?: (pairs: ByteString, address: string) => string;
  /** Why it cannot take a file of this name. */
  readonly refusesFile?: (fileName: string) => string | undefined;
  /** What uses the file; absent where there is only the file. */
  readonly usedBy?: (of: UseOf) => FileUse;
  /** The text to copy that has the values in it. */
  readonly inline?: (pairs: ByteString, address: string) => string;
}

/** The cookies that a browser would send to one address, in a file or in the text itself. */
export function headerExportTarget(sender: HeaderSender): ExportTarget {
  const { id, name, description, kind, inline, usedBy, content = (pairs) => pairs } = sender;
  return {
    id,
    name,
    description,
    kind,
    extension: sender.extension ?? 'txt',
    needsUrl: true,
    writesForUrl: true,
    canInline: inline !== undefined,
    *export(request) {
      const { fileName, shell } = request;
      const address = requestAddress(request.url);
      if ('refused' in address) return address;
      yield { done: 0, total: request.cookies.length };
      const inText = request.inline && inline !== undefined;
      if (request.inline && !inText) {
        return refuse(`${name} takes cookies from a file only. Export without values in the command.`);
      }
      const reader = kind === 'program' ? shellNamed(shell) : posix;
      const medium = inText ? reader.inline : (sender.medium ?? IN_FILE);
      const pairs = headerPairs(request, address, medium);
      if ('refused' in pairs) return pairs;
      const { text, losses } = pairs;
      if (inText) return { files: [], command: inline(text, address.text), losses };
      const trouble = sender.refusesFile?.(fileName);
      if (trouble !== undefined) return refuse(trouble);
      const file = { name: fileName, bytes: bytesOf(`${content(text, address.text)}\n`) };
      if (usedBy === undefined) return { files: [file], losses };
      return fileWithUse(file, usedBy({ fileName, address: address.text }), { losses, shell });
    },
  };
}
