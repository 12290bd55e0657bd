import type { Sort } from '#shared/api/view.ts';
import { type CommandContext, UsageError } from './command.ts';
import { plainText } from './plain-text.ts';

/** What is asked for of a file: a query, and the order in which it comes. */
export interface ChosenView {
  readonly query: string;
  readonly sort: Sort;
}

/** What `--view` and `--query` say together; a view that nobody saved is a `UsageError` that names those there are. */
export async function chosenView({ options, service }: CommandContext, command: string): Promise<ChosenView> {
  const query = options.text('query')?.trim() ?? '';
  const name = options.text('view');
  if (name === undefined) return { query, sort: [] };
  const { views } = await service.settings.read();
  const wanted = name.trim().toLowerCase();
  const view = views.find((one) => one.name.toLowerCase() === wanted);
  if (view === undefined) {
    const known = views.map((one) => plainText(one.name)).join(', ');
    const there = known === '' ? 'None has been saved: the window does that.' : `There are: ${known}.`;
    throw new UsageError(`There is no view "${plainText(name)}". ${there}`, command);
  }
  const both = [view.query.trim(), query].filter((part) => part !== '');
  return {
    query: both.length > 1 ? both.map((part) => `(${part})`).join(' ') : (both[0] ?? ''),
    sort: view.sort,
  };
}
