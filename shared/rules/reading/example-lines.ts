/** Example lines: this many cookies of one site, all different. */
export function manyCookies(count: number): string {
  return Array.from({ length: count }, (_, at) => `www.example.com→FALSE→/→FALSE→0→n${at}→1`).join('\n');
}

/** Text with a NUL byte between its characters, as ASCII looks in UTF-16. */
export function spaced(text: string): string {
  return text.split('').join('‹00›');
}
