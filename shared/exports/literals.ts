/** A text in double quotes as Python, JavaScript and Go read it. Not for controls. */
export function doubleQuoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** A text in single quotes as PHP and Ruby read it. Not for controls. */
export function singleQuoted(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}
