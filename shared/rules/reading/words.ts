import type { ByteString } from '../../cookie/byte-string.ts';
import { displayText } from '../../cookie/byte-string.ts';
import type { FindingData } from '../rule.ts';

const LONGEST_QUOTE = 80;

/** A name, domain or path for a finding's data: as people read it, cut when it is very long. Never for a value. */
export function quotable(text: ByteString): string {
  const shown = displayText(text.slice(0, LONGEST_QUOTE * 4));
  return shown.length > LONGEST_QUOTE ? `${shown.slice(0, LONGEST_QUOTE)}…` : shown;
}

/** One item of a finding's data as text, an empty one where it is missing. */
export function word(data: FindingData, key: string): string {
  return String(data[key] ?? '');
}

/** A whole number with commas between thousands. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:[0-9]{3})+$)/g, ',');
}

/** One item of a finding's data as a counted noun: `1 byte`, `4,097 bytes`. */
export function counted(data: FindingData, key: string, noun: string): string {
  const count = Number(data[key] ?? 0);
  return `${grouped(count)} ${noun}${count === 1 ? '' : noun.endsWith('s') ? 'es' : 's'}`;
}
