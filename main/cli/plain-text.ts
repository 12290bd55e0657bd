/** C0 and C1 controls, line and paragraph separators, and marks that turn the direction of writing. */
const UNSAFE = /[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** One line of text that does nothing but be read: what a terminal would obey, or could hide behind, is spelt out. */
export function plainText(text: string): string {
  return text.replace(UNSAFE, spelt);
}

/** JSON that is as safe to look at as `plainText`, and means the same as without the care. */
export function safeJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent).replace(UNSAFE, (character) =>
    character === '\n' ? '\n' : `\\u${hex(character, 4)}`,
  );
}

function spelt(character: string): string {
  const known = { '\t': '\\t', '\n': '\\n', '\r': '\\r' }[character];
  if (known !== undefined) return known;
  return character.charCodeAt(0) < 0x100 ? `\\x${hex(character, 2)}` : `\\u{${hex(character, 4)}}`;
}

function hex(character: string, digits: number): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(digits, '0');
}
