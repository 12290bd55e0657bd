import type { EpochSeconds } from '../../cookie/cookie.ts';
import type { Moment } from '../moment.ts';
import type { Comparison, Leaf } from './query.ts';

/** Does an expiry (0 for a session, NaN for none to read) fulfil a condition? Neither of those ever does. */
export function expiryTest(
  leaf: Extract<Leaf, { kind: 'expires' | 'expiresBetween' }>,
  now: EpochSeconds,
): (expiry: EpochSeconds) => boolean {
  if (leaf.kind === 'expiresBetween') {
    const after = leaf.first === undefined ? earliest(leaf.last, now) : atOrAfter(leaf.first, now);
    const before = atOrBefore(leaf.last, now);
    return (expiry) => expiry !== 0 && after(expiry) && before(expiry);
  }
  const test = compared(leaf.comparison, leaf.moment, now);
  return (expiry) => expiry !== 0 && test(expiry);
}

type Test = (expiry: EpochSeconds) => boolean;

/** "In the next seven days" begins now; "in March" begins with March. */
function earliest(last: Moment, now: EpochSeconds): Test {
  return last.kind === 'relative' ? (expiry) => expiry > now : (expiry) => expiry >= last.from;
}

function atOrAfter(first: Moment, now: EpochSeconds): Test {
  if (first.kind === 'span') return (expiry) => expiry >= first.from;
  return (expiry) => expiry > now + first.seconds;
}

function atOrBefore(last: Moment, now: EpochSeconds): Test {
  if (last.kind === 'span') return (expiry) => expiry < last.to;
  return (expiry) => expiry <= now + last.seconds;
}

/** A calendar date is a stretch: `<` is before it, `>` behind it, and the others take it in. */
function compared(comparison: Comparison, moment: Moment, now: EpochSeconds): Test {
  const from = moment.kind === 'span' ? moment.from : now + moment.seconds;
  const to = moment.kind === 'span' ? moment.to : from + 1;
  switch (comparison) {
    case '<':
      return (expiry) => expiry < from;
    case '<=':
      return (expiry) => expiry < to;
    case '>':
      return (expiry) => expiry >= to;
    case '>=':
      return (expiry) => expiry >= from;
    case '=':
      return (expiry) => expiry >= from && expiry < to;
  }
}

/** Compares a number of bytes. */
export function sizeTest(comparison: Comparison, bytes: number): (size: number) => boolean {
  switch (comparison) {
    case '<':
      return (size) => size < bytes;
    case '<=':
      return (size) => size <= bytes;
    case '>':
      return (size) => size > bytes;
    case '>=':
      return (size) => size >= bytes;
    case '=':
      return (size) => size === bytes;
  }
}
