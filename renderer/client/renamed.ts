/** A file's name with another extension, given without its dot. */
export function renamed(name: string, extension: string): string {
  return `${name.replace(/(?<=.)\.[^.]*$/, '')}.${extension}`;
}
