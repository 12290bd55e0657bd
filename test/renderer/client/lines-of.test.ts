import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf } from '../../../renderer/client/lines-of.ts';

function streamOf(bytes: Uint8Array, cuts: readonly number[]): ReadableStream<Uint8Array> {
  const ends = [...new Set(cuts.map((cut) => cut % (bytes.length + 1))), bytes.length].toSorted(
    (a, b) => a - b,
  );
  return new ReadableStream({
    start(controller) {
      let from = 0;
      for (const to of ends) {
        controller.enqueue(bytes.slice(from, to));
        from = to;
      }
      controller.close();
    },
  });
}

test('lines come out whole wherever the network cut them, also inside a character', async () => {
  const lines = ['{"event":"é"}', '{"event":"🍪"}', 'x'];
  const bytes = new TextEncoder().encode(`${lines.join('\n\n')}\n`);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(200), { maxLength: 6 }), async (cuts) => {
      const read: string[] = [];
      for await (const line of linesOf(streamOf(bytes, cuts))) read.push(line);
      expect(read).toEqual(lines);
    }),
  );
});
