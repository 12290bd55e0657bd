import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Figures } from './crumbs.ts';

/** A loop over every byte of a file that is in memory: the floor under everything written in JavaScript. */
export function byteLoop(file: string): Figures {
  const bytes = readFileSync(file);
  const rounds = [0, 1, 2].map(() => {
    const started = performance.now();
    let lines = 0;
    for (let at = 0; at < bytes.length; at++) if (bytes[at] === 0x0a) lines++;
    return { time: performance.now() - started, lines };
  });
  const [, second] = rounds;
  return { loop: second?.time ?? 0, lines: second?.lines ?? 0 };
}

/** The same bytes written the safe way and nothing else: new file, flush, rename, flush of the folder. */
export function rawSave(file: string): Figures {
  const bytes = readFileSync(file);
  const folder = path.dirname(file);
  const target = path.join(folder, `raw-${process.pid}.txt`);
  const started = performance.now();
  const handle = openSync(`${target}.new`, 'w');
  for (let at = 0; at < bytes.length;)
    at += writeSync(handle, bytes, at, Math.min(bytes.length - at, 1 << 24));
  fsyncSync(handle);
  closeSync(handle);
  renameSync(`${target}.new`, target);
  const entry = openSync(folder, 'r');
  fsyncSync(entry);
  closeSync(entry);
  const time = performance.now() - started;
  rmSync(target);
  return { save: time };
}

/** Lines and fields as arrays of strings, and entries as objects sorted by `Array.sort`. */
export function objects(file: string): Figures {
  const started = performance.now();
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'));
  const figures: Figures = { split: performance.now() - started };
  const entries = rows.flatMap(([domain = '', , route = '', , expiry = '', name, value = '']) =>
    name === undefined ? [] : [{ domain, path: route, expiry: Number(expiry), name, value }],
  );
  for (const key of ['domain', 'path', 'name', 'value', 'expiry'] as const) {
    const copy = entries.slice();
    const sorting = performance.now();
    copy.sort((one, other) => (one[key] < other[key] ? -1 : one[key] > other[key] ? 1 : 0));
    figures[`sort ${key}`] = performance.now() - sorting;
  }
  return figures;
}

/** tough-cookie, as a program would fill its jar from a file. */
export async function toughCookie(file: string): Promise<Figures> {
  const { Cookie, CookieJar, MemoryCookieStore } = await import('tough-cookie');
  const started = performance.now();
  const jar = new CookieJar(new MemoryCookieStore(), { looseMode: true });
  let kept = 0;
  for (let line of readFileSync(file, 'utf8').split('\n')) {
    const httpOnly = line.startsWith('#HttpOnly_');
    if (httpOnly) line = line.slice(10);
    const [host = '', flag, route = '/', secure, expiry = '0', key = '', value] = line.split('\t');
    if (value === undefined || line.startsWith('#')) continue;
    const domain = host.replace(/^\./, '');
    const cookie = new Cookie({
      key,
      value,
      httpOnly,
      path: route,
      secure: secure === 'TRUE',
      domain: flag === 'TRUE' ? domain : null,
      expires: expiry === '0' ? 'Infinity' : new Date(Number(expiry) * 1000),
    });
    try {
      if (jar.setCookieSync(cookie, `https://${domain}${route}`, { ignoreError: true }) !== undefined) kept++;
    } catch {
      // What the jar refuses by throwing is simply not kept.
    }
  }
  return { load: performance.now() - started, kept };
}

/** The npm package cookiefile, loading only. */
export async function cookieFile(file: string): Promise<Figures> {
  const { CookieMap } = await import('cookiefile');
  const started = performance.now();
  const kept = new CookieMap(file).size;
  return { load: performance.now() - started, kept };
}
