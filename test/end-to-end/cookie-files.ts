import fs from 'node:fs';
import path from 'node:path';

const YEAR_2100 = 4_102_444_800;

/** One line of a cookie file, with its line end. */
export function line(name: string, { domain = 'shop.example.com', expires = YEAR_2100 } = {}): string {
  return `${domain}\tFALSE\t/\tTRUE\t${expires}\t${name}\tv-${name}\n`;
}

/** A file with its header and these lines. */
export function jar(...lines: readonly string[]): string {
  return `# Netscape HTTP Cookie File\n\n${lines.join('')}`;
}

/** Writes a file into a folder and gives its path. */
export function written(folder: string, name: string, content: string): string {
  const file = path.join(folder, name);
  fs.writeFileSync(file, content, { mode: 0o600 });
  return file;
}

/** A jar of so many cookies over a few hundred sites. */
export function largeJar(count: number): string {
  const lines: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const domain = `host${index % 7}.site${index % 211}.example`;
    lines.push(line(`name${index}`, { domain, expires: YEAR_2100 - (index % 9973) * 86_400 }));
  }
  return jar(lines.join(''));
}
