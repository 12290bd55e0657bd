/** A cookie value that must not be seen, and the parts of it that tell it from all other text. */
export interface Canary {
  readonly text: string;
  readonly parts: readonly string[];
}

const ALL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const HEX = '0123456789abcdef';

/** Numbers that are the same on every run, from a seed. */
export function lot(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 97) >>> 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 0x1_0000_0000;
  };
}

/** Text drawn by lot, with a letter of each case and a digit near its beginning, as nearly every real token has. */
function drawn(next: () => number, length: number, from = ALL): string {
  const text = Array.from({ length }, () => from[Math.floor(next() * from.length)] ?? 'x').join('');
  return from === ALL ? `${text.slice(0, 2)}k7Q${text.slice(2, -3)}` : text;
}

/** What real values look like, each made of parts drawn by lot. */
const SHAPES: readonly ((part: () => string, hash: () => string) => string)[] = [
  (part) => part(),
  (_part, hash) => hash(),
  (part) => `${part()}==`,
  (part) => `eyJh${part()}.${part()}.${part()}`,
  (part) => `%7B%22${part()}%22%3A%22${part()}%22%7D`,
  (part) => `{"${part()}":"${part()}"}`,
  (part) => `"${part()}"`,
  (part) => `${part()} ${part()}`,
  (part) => `a=${part()}&b=${part()}`,
  (part) => `${part()}:${part()}`,
  (part) => `s%3A${part()}.${part()}/${part()}`,
  (part) => `${part()}|${part()}`,
];
/** How many kinds of canaries there are. */
export const SHAPE_COUNT = SHAPES.length;

/** The canary of a seed, of one of the shapes. */
export function canary(seed: number, shape = seed): Canary {
  const next = lot(seed + 1);
  const parts: string[] = [];
  const keep = (part: string): string => {
    parts.push(part);
    return part;
  };
  const make = SHAPES[shape % SHAPES.length] ?? SHAPES[0];
  if (make === undefined) throw new Error('there are no shapes');
  const text = make(
    () => keep(drawn(next, 20)),
    () => keep(drawn(next, 32, HEX)),
  );
  return { text, parts };
}

const LONG = 6;
/** Parts in another case, or of few digits, are told from other text by more of them. */
const LONGER = 9;

/** Every stretch of the canaries' parts that stands in this text. */
export function tracesIn(text: string, canaries: readonly Canary[]): string[] {
  const found: string[] = [];
  const parts = new Set(canaries.flatMap((one) => one.parts));
  const exact = [...parts].filter((part) => /[A-Z]/.test(part));
  found.push(...stretches(text, exact, LONG));
  found.push(
    ...stretches(
      text.toLowerCase(),
      [...parts].map((part) => part.toLowerCase()),
      LONGER,
    ),
  );
  return found;
}

function stretches(text: string, parts: readonly string[], length: number): string[] {
  const wanted = new Set(parts.flatMap((part) => windows(part, length)));
  // Texts are long: only where the first two characters fit is a stretch cut out.
  const begins = new Uint8Array(1 << 16);
  const key = (of: string, at: number): number =>
    ((of.charCodeAt(at) & 0xff) << 8) | (of.charCodeAt(at + 1) & 0xff);
  for (const window of wanted) begins[key(window, 0)] = 1;
  const found: string[] = [];
  for (let at = 0; at + length <= text.length; at++) {
    if (begins[key(text, at)] === 0) continue;
    const window = text.slice(at, at + length);
    if (wanted.has(window)) found.push(window);
  }
  return found;
}

function windows(text: string, length: number): string[] {
  return Array.from({ length: Math.max(0, text.length - length + 1) }, (_, at) =>
    text.slice(at, at + length),
  );
}
