import { fileExportTarget } from './file-export-target.ts';
import { pythonStages } from './python-stages.ts';
import { fileArgument } from './shells/shell-text.ts';

/** A cookie file for gallery-dl and the command that uses it. */
export const galleryDl = fileExportTarget({
  id: 'gallery-dl',
  name: 'gallery-dl',
  description: 'A cookie file, and the gallery-dl command that sends it. gallery-dl updates the file.',
  kind: 'program',
  stages: pythonStages,
  usedBy: ({ fileName, address }) => ({ args: ['gallery-dl', '--cookies', fileArgument(fileName), address] }),
});
