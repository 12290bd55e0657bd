import { expect, test } from 'vitest';
import fc from 'fast-check';
import type { Io } from '../../../main/cli/io.ts';
import { OutputsInOrder } from '../../../main/cli/many/outputs-in-order.ts';

function heard(): { io: Io; said: string[] } {
  const said: string[] = [];
  const io: Io = {
    readInput: () => Promise.reject(new Error('not asked for')),
    write: async (text) => {
      await Promise.resolve();
      said.push(text as string);
    },
    tell: (message) => said.push(message),
    fail: (message) => said.push(message),
    debug: () => {},
    progress: () => {},
    interrupted: () => new Promise(() => {}),
  };
  return { io, said };
}

test('files that are worked on at the same time are told one behind the other, in their order', async () => {
  const schedule = fc.record({
    files: fc.array(fc.array(fc.nat(20), { maxLength: 5 }), { maxLength: 12 }),
    s: fc.scheduler(),
  });
  await fc.assert(
    fc.asyncProperty(schedule, async ({ files, s }) => {
      const { io, said } = heard();
      const outputs = new OutputsInOrder(io, undefined);
      const work = files.map(async (parts, at) => {
        const streams = outputs.io(at);
        for (const part of parts) {
          await s.schedule(Promise.resolve());
          if (part % 3 === 0) streams.tell(`${at}:${part}`);
          else await streams.write(`${at}:${part}`);
        }
        await outputs.over(at);
      });
      await s.waitFor(Promise.all(work));
      expect(said).toEqual(files.flatMap((parts, at) => parts.map((part) => `${at}:${part}`)));
    }),
  );
});

test('a file that says more than can be kept waits for its turn', async () => {
  const { io, said } = heard();
  const outputs = new OutputsInOrder(io, undefined);
  const large = 'x'.repeat(1 << 20);
  let written = false;
  const second = (async () => {
    await outputs.io(1).write('second');
    await outputs.io(1).write(large);
    written = true;
    await outputs.over(1);
  })();
  await new Promise((resolve) => setImmediate(resolve));
  expect(written).toBe(false);
  await outputs.io(0).write('first');
  await outputs.over(0);
  await second;
  expect(said).toEqual(['first', 'second', large]);
});
