/** The host with its punycode labels (`xn--…`) as people write them; nothing when there is none that can be read. */
export function unicodeHost(host: string): string | undefined {
  const labels = host.split('.').map((label) => (/^xn--/i.test(label) ? decodeLabel(label.slice(4)) : label));
  if (labels.includes(undefined)) return undefined;
  const text = labels.join('.');
  return text === host ? undefined : text;
}

const BASE = 36;
const LEAST = 1;
const MOST = 26;
const MOST_POINT = 0x10_ffff;

/** RFC 3492 §6.2. */
function decodeLabel(text: string): string | undefined {
  const delimiter = text.lastIndexOf('-');
  const points = Array.from(text.slice(0, Math.max(0, delimiter)), (letter) => letter.codePointAt(0) ?? 0);
  const digits = text.slice(delimiter + 1).toLowerCase();
  if (digits === '') return undefined;
  let point = 128;
  let bias = 72;
  let index = 0;
  let at = 0;
  while (at < digits.length) {
    const before = index;
    for (let weight = 1, step = BASE; ; step += BASE) {
      const digit = 'abcdefghijklmnopqrstuvwxyz0123456789'.indexOf(digits[at++] ?? ' ');
      if (digit < 0) return undefined;
      index += digit * weight;
      const threshold = Math.min(Math.max(step - bias, LEAST), MOST);
      if (digit < threshold) break;
      weight *= BASE - threshold;
      if (index > 2 ** 40) return undefined;
    }
    const count = points.length + 1;
    bias = adapt(index - before, count, before === 0);
    point += Math.floor(index / count);
    index %= count;
    if (point > MOST_POINT || (point >= 0xd800 && point <= 0xdfff)) return undefined;
    points.splice(index++, 0, point);
  }
  const label = String.fromCodePoint(...points);
  // Characters that do not show would make two hosts look alike.
  return /\p{C}/u.test(label) ? undefined : label;
}

/** RFC 3492 §6.1. */
function adapt(difference: number, count: number, first: boolean): number {
  let delta = Math.floor(difference / (first ? 700 : 2));
  delta += Math.floor(delta / count);
  let bias = 0;
  while (delta > ((BASE - LEAST) * MOST) / 2) {
    delta = Math.floor(delta / (BASE - LEAST));
    bias += BASE;
  }
  return bias + Math.floor((BASE * delta) / (delta + 38));
}
