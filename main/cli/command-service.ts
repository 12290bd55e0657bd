import { DocumentService } from '../documents/document-service.ts';
import {
  copiesFolder,
  dataFolder,
  protectedFolder,
  recoveryFolder,
  safetyFolder,
  versionsFolder,
} from '../settings/data-folder.ts';
import { recipesIn } from '../settings/recipes.ts';
import { settingsStore } from '../settings/settings-store.ts';
import type { Command } from './command.ts';
import type { Io } from './io.ts';
import { tellNotice } from './outputs.ts';

/** The documents of a command. One that stays follows its files; one that serves people keeps what they have not saved too. */
export function commandService({ stays }: Pick<Command, 'stays'>, io: Io): DocumentService {
  const settings = settingsStore(dataFolder());
  const service = new DocumentService({
    safetyFolder: safetyFolder(),
    live: stays !== undefined,
    ...(stays !== 'looking' && {
      versions: {
        folder: versionsFolder(),
        limits: async () => (await settings.read()).restorePoints,
      },
    }),
    copiesFolder: copiesFolder(),
    settings,
    recipes: recipesIn(dataFolder()),
    protectedFolder: protectedFolder(),
    ...(stays === 'serving' && { recovery: { folder: recoveryFolder() } }),
  });
  service.subscribe((event) => {
    // What became of the permissions stands in the command's own result.
    if (event.event === 'noticed' && event.notice.code !== 'mode-tightened') tellNotice(io, event.notice);
    if (event.event === 'progressed') {
      io.progress(event.done < event.total ? `${event.label}: ${share(event)}` : '');
    }
  });
  return service;
}

function share({ done, total }: { readonly done: number; readonly total: number }): string {
  return `${Math.floor((100 * done) / Math.max(total, 1))} %`;
}
