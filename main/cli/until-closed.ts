import { type Io, OutputClosed } from './io.ts';

/** The same streams for a command whose exit code matters though nobody reads on: what is written then is dropped. */
export function untilClosed(io: Io): Io {
  let closed = false;
  return {
    ...io,
    write: async (text) => {
      if (closed) return;
      try {
        await io.write(text);
      } catch (error) {
        if (!(error instanceof OutputClosed)) throw error;
        closed = true;
      }
    },
  };
}
