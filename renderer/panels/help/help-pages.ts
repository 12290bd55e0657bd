import commandLine from '../../../resources/help/command-line.md?raw';
import copyingAndCleaning from '../../../resources/help/copying-and-cleaning.md?raw';
import exportsAndShells from '../../../resources/help/exports-and-shells.md?raw';
import firstSteps from '../../../resources/help/first-steps.md?raw';
import formats from '../../../resources/help/formats.md?raw';
import keyboard from '../../../resources/help/keyboard.md?raw';
import overviewAndReport from '../../../resources/help/overview-and-report.md?raw';
import privacy from '../../../resources/help/privacy.md?raw';
import programs from '../../../resources/help/programs.md?raw';
import queryLanguage from '../../../resources/help/query-language.md?raw';
import recoveryAndVersions from '../../../resources/help/recovery-and-versions.md?raw';

/** A page of the help. */
export interface HelpPage {
  /** Equal to the file's name. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

const SOURCES = {
  'first-steps': firstSteps,
  'query-language': queryLanguage,
  'copying-and-cleaning': copyingAndCleaning,
  'overview-and-report': overviewAndReport,
  keyboard,
  programs,
  formats,
  'exports-and-shells': exportsAndShells,
  'recovery-and-versions': recoveryAndVersions,
  privacy,
  'command-line': commandLine,
} as const;

/** The pages in the order in which people need them. */
export const HELP_PAGES: readonly HelpPage[] = Object.entries(SOURCES).map(([id, text]) => ({
  id,
  title: /^# (.*)/.exec(text)?.[1] ?? id,
  text,
}));
