import { headerExportTarget } from './header-export-target.ts';

/** The `Cookie` header of one request in a file, and the HTTPie command that sends it. */
export const httpie = headerExportTarget({
  id: 'httpie',
  name: 'HTTPie',
  description: 'The Cookie header for an address in a file, and the http command that sends it (HTTPie 3).',
  kind: 'program',
  medium: {
    allowed: /^[ -~]*$/,
    reason: 'is not plain ASCII: HTTPie takes such a header for UTF-8, or fails. Export for curl instead.',
  },
  refusesFile: (fileName) =>
    /^~|\\[:=@;]/.test(fileName)
      ? 'HTTPie reads "~" at the beginning of a file name, and some backslashes, as something else. Choose another one.'
      : undefined,
  usedBy: ({ fileName, address }) => ({ args: ['http', 'GET', address, `Cookie:@${fileName}`] }),
});
