import { USUAL_PROGRAMS, type ChosenPrograms } from './settings.ts';
import { SettingsFile, settingsIn } from './settings-file.ts';

/** Which programs and browsers a person wants to be told about: the same in every window and on the command line. */
export interface ProgramChoice {
  read(): Promise<ChosenPrograms>;
  keep(chosen: ChosenPrograms): Promise<void>;
}

/** The choice that is kept among the settings in `folder`, where other programs may change it. */
export function programChoice(folder: string): ProgramChoice {
  return {
    async read() {
      const { clients, browsers } = await settingsIn(folder);
      return { clients, browsers };
    },
    keep: async ({ clients, browsers }) =>
      (await SettingsFile.open(folder)).update({ clients: [...clients], browsers: [...browsers] }),
  };
}

/** A choice that is forgotten with its host. */
export function programChoiceInMemory(): ProgramChoice {
  let chosen: ChosenPrograms = USUAL_PROGRAMS;
  return {
    read: () => Promise.resolve(chosen),
    keep(next) {
      chosen = next;
      return Promise.resolve();
    },
  };
}
