import type { Cookie } from '#shared/cookie/cookie.ts';
import { exportTargetById } from '#shared/exports/registry.ts';
import { finish } from '#shared/table/progress.ts';
import { busiestAddress } from '../documents/busiest-address.ts';
import { UsageError } from './command.ts';

interface Wanted {
  readonly to: string;
  readonly inline: boolean;
  readonly cookies: readonly Cookie[];
  readonly now: number;
}

/** The address that a command gets when none was given: the busiest host's. Nothing for what has no address. */
export function assumedAddress({ to, inline, cookies, now }: Wanted): string | undefined {
  const target = exportTargetById(to);
  if (target === undefined || !target.needsUrl) return undefined;
  if (inline || target.writesForUrl) {
    throw new UsageError(
      '--url URL is missing: the address decides which cookies are in the output.',
      'export',
    );
  }
  const address = finish(busiestAddress(cookies, now));
  if (address === undefined) {
    throw new UsageError('--url URL is missing, and no cookie names a host to take for it.', 'export');
  }
  return address;
}
