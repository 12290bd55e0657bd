import { curlStages, withinOneRequest } from './curl-stages.ts';
import type { ExportRefusal, ExportRequest, ExportResult } from './export-target.ts';
import { headerPairs } from './header-pairs.ts';
import { fileExportTarget } from './file-export-target.ts';
import type { RequestAddress } from './request-address.ts';
import { shellNamed } from './shells/registry.ts';
import { shellCommand } from './shells/shell-command.ts';
import { fileArgument } from './shells/shell-text.ts';

/** curl reads `[]` and `{}` in an address as patterns unless it is told not to. */
function addressArguments(address: string): readonly string[] {
  return /[[\]{}]/.test(address) ? ['--globoff', address] : [address];
}

function inline(request: ExportRequest, address: RequestAddress): ExportResult | ExportRefusal {
  const shell = shellNamed(request.shell);
  const pairs = headerPairs(request, address, shell.inline);
  if ('refused' in pairs) return pairs;
  const cookies = pairs.text.startsWith('-') ? [`-b${pairs.text}`] : ['-b', pairs.text];
  const made = shellCommand(shell, ['curl', ...cookies, ...addressArguments(address.text)]);
  return 'refused' in made ? made : { files: [], command: made.command, losses: pairs.losses };
}

/** A cookie file for curl and the command that uses it. Inline, the values stand in the command itself. */
export const curl = fileExportTarget({
  id: 'curl',
  name: 'curl',
  description: 'A cookie file, and the curl command that sends it.',
  kind: 'program',
  stages: (now, address) => [...curlStages(now), ...(address ? [withinOneRequest(address, now)] : [])],
  refusesFile: (fileName) =>
    fileName.includes('=')
      ? 'curl takes a file name with "=" for cookies. Choose another file name.'
      : undefined,
  usedBy: ({ fileName, address }) => ({
    args: ['curl', '-b', fileArgument(fileName), ...addressArguments(address)],
  }),
  inline,
});
