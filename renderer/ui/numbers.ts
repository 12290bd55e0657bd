const whole = new Intl.NumberFormat('en-GB');
const oneDecimal = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** A count with its thousands apart: "3,201". */
export function showCount(count: number): string {
  return whole.format(count);
}

/** A count and its noun: "1 cookie", "14 cookies". The plural is the noun with an s unless given. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${showCount(count)} ${count === 1 ? noun : plural}`;
}

const UNITS = ['bytes', 'kB', 'MB', 'GB'] as const;

/** A size in steps of 1000: "512 bytes", "1.2 kB". */
export function showBytes(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000;
    unit++;
  }
  if (unit === 0) return countOf(bytes, 'byte');
  return `${oneDecimal.format(size)} ${UNITS[unit]}`;
}

/** A number of many things, as well as a person needs to know it: 240,000 for 238,917. */
export function showRoughly(count: number): string {
  return showCount(Number(count.toPrecision(2)));
}
