import type { CommandId } from '#shared/api/commands.ts';

interface StepText {
  readonly title: string;
  readonly text: string;
  /** What to press, by the command that it runs; the card shows the person's own keys. */
  readonly command?: CommandId;
  readonly after?: string;
}

/** The words of the tour. */
export const tourMessages = {
  label: 'Tour',
  progress: (step: number, of: number) => `${step} of ${of}`,
  done: 'Done',
  skip: 'Skip',
  end: 'End the tour',
  finish: 'Finish',
  offer: 'Take the two-minute tour',
  steps: {
    look: {
      title: 'This file is broken',
      text: 'Nearly every line has something wrong with it. The marks on the left say how bad, the inspector on the right says why. Walk to the next problem.',
      command: 'view.nextProblem',
    },
    fix: {
      title: 'Fix one',
      text: 'Most problems have a fix. Mend the one under the cursor, or press Fix in the inspector.',
      command: 'edit.fix',
      after: 'No fix for this line? Walk on to another one first.',
    },
    undo: {
      title: 'Nothing is lost',
      text: 'Every change is a step with a name, and every step can be taken back, even after a save.',
      command: 'edit.undo',
    },
    filter: {
      title: 'Find the expired ones',
      text: 'The line at the top filters. Go there and type: expired. A click on a facet to the left writes into the same line.',
      command: 'view.find',
    },
    fixAll: {
      title: 'Fix all that is safe',
      text: 'Every command is in the palette. Open it, type “fix what” and press Enter.',
      command: 'view.palette',
    },
    changes: {
      title: 'See what a save would write',
      text: 'Edits wait until you save. Look at each of them, with the exact bytes before and after.',
      command: 'view.changes',
    },
    end: {
      title: 'That is all it takes',
      text: 'Save writes exactly those changes and leaves every other byte as it was. Open a file of your own, or play on with this one.',
      command: 'file.open',
    },
  } satisfies Readonly<Record<string, StepText>> as Readonly<
    Record<'look' | 'fix' | 'undo' | 'filter' | 'fixAll' | 'changes' | 'end', StepText>
  >,
} as const;
