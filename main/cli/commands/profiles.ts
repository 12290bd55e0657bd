import { storesHere } from '../../profiles/this-machine.ts';
import type { Command } from '../command.ts';
import { ExitCode } from '../exit-codes.ts';
import { plainText, safeJson } from '../plain-text.ts';
import { JSON_OUTPUT } from '../shared-options.ts';

/** `crumbs profiles`: where the browsers of this machine keep cookies. */
export const profiles: Command = {
  name: 'profiles',
  usage: '[--json]',
  summary: 'List the cookie stores of the browsers on this machine',
  files: { least: 0, most: 0 },
  options: { json: JSON_OUTPUT },
  details: () =>
    'Every other command takes the path of a store as its FILE. It reads a copy, with what the browser has not yet brought into it;\nnothing is ever written to a store.',
  run: async ({ io, options }) => {
    const stores = await storesHere();
    if (options.has('json')) {
      await io.write(`${safeJson({ stores })}\n`);
      return ExitCode.fine;
    }
    if (stores.length === 0) {
      io.tell(
        'crumbs: No cookie store of Firefox, Chromium or a browser like them was found where they usually are.',
      );
      return ExitCode.fine;
    }
    const lines = stores.map(({ browser, profile, path }) =>
      [browser, profile || '-', path].map(plainText).join('\t'),
    );
    await io.write(`${['browser\tprofile\tpath', ...lines].join('\n')}\n`);
    return ExitCode.fine;
  },
};
