import type { Io } from './io.ts';

const HOUR_MS = 3_600_000;

/** Keeps the program alive until the person ends it, or `until` is settled. */
export async function staying(io: Io, until: Promise<unknown>): Promise<void> {
  const timer = setInterval(() => {}, HOUR_MS);
  try {
    await Promise.race([io.interrupted(), until]);
  } finally {
    clearInterval(timer);
  }
}
