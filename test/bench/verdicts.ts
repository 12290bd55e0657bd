import { CLIENTS, releaseOf } from '#shared/clients/registry.ts';
import { ClientVerdicts } from '#shared/document/verdicts/client-verdicts.ts';
import type { Client } from '#shared/clients/client.ts';
import { openTimed, run, type Figures } from './crumbs.ts';

/** A measurement for each client that loads cookie files, by the task's name. */
export const VERDICT_TASKS: Readonly<Record<string, (file: string) => Promise<Figures>>> = Object.fromEntries(
  CLIENTS.map((client) => [verdictTask(client.id), (file: string) => verdicts(file, client)]),
);

export function verdictTask(client: string): string {
  return `verdicts ${client}`;
}

/** What one client makes of every line, against opening the same file just before: both in a process that did nothing else. */
async function verdicts(file: string, client: Client): Promise<Figures> {
  const figures: Figures = {};
  const document = await openTimed(file, figures);
  const version = releaseOf(client, 'newest') ?? '';
  const first = run(new ClientVerdicts(document).load({ client, version }));
  const open = figures['open'] ?? Number.NaN;
  return { open, verdicts: first.total, 'of opening': first.total / open, 'verdict slice': first.longest };
}
