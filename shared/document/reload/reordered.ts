import { ABSENT } from '../change.ts';
import type { OrderMove } from '../change.ts';

/** The order of the disk; lines that are not there stay behind the line that they followed. */
export function reordered(order: Uint32Array, sequence: Uint32Array, idCount: number): OrderMove {
  const listed = new Uint8Array(idCount);
  for (const id of sequence) listed[id] = 1;
  const followers = new Map<number, number[]>();
  let leader = ABSENT;
  for (const id of order) {
    if (listed[id] === 1) {
      leader = id;
      continue;
    }
    const group = followers.get(leader);
    if (group === undefined) followers.set(leader, [id]);
    else group.push(id);
  }
  const after = new Uint32Array(idCount);
  let length = 0;
  const put = (id: number): void => {
    for (const follower of followers.get(id) ?? []) after[length++] = follower;
  };
  put(ABSENT);
  for (const id of sequence) {
    after[length++] = id;
    put(id);
  }
  return { before: order, after: after.slice(0, length) };
}
