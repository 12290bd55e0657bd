import { basename, resolve, sep } from 'node:path';
import { AppError } from '#shared/api/app-error.ts';
import { windowsTrouble } from './windows-name.ts';

/** An absolute or relative path; a Buffer where the name is not valid UTF-8 (POSIX names are bytes). */
export type FilePath = string | Buffer;

const SLASH = 0x2f;

/** The path made absolute against the working folder. A NUL byte is refused before any file call. */
export function absolutePath(path: FilePath): FilePath {
  if (path.length === 0 || path.includes('\0')) {
    throw new AppError('request-invalid', { reason: 'path', path: displayPath(path) });
  }
  if (typeof path === 'string') {
    const trouble = process.platform === 'win32' ? windowsTrouble(path) : undefined;
    if (trouble !== undefined) throw new AppError('request-invalid', { reason: trouble, path });
    return resolve(path);
  }
  const text = path.toString('utf8');
  if (Buffer.from(text, 'utf8').equals(path)) return resolve(text);
  return path[0] === SLASH ? path : Buffer.concat([Buffer.from(`${process.cwd()}/`), path]);
}

/** The folder that holds an absolute path's last part. */
export function folderOf(path: FilePath): FilePath {
  if (typeof path === 'string') return resolve(path, '..');
  const at = path.lastIndexOf(SLASH);
  return at <= 0 ? '/' : path.subarray(0, at);
}

/** The last part of an absolute path, as it can be opened. */
export function nameOf(path: FilePath): FilePath {
  return typeof path === 'string' ? basename(path) : path.subarray(path.lastIndexOf(SLASH) + 1);
}

/** `name` inside `folder`; an absolute `name` stands for itself. */
export function childOf(folder: FilePath, name: FilePath): FilePath {
  if (typeof folder === 'string' && typeof name === 'string') return resolve(folder, name);
  const bytes = Buffer.from(name);
  return bytes[0] === SLASH ? bytes : Buffer.concat([Buffer.from(folder), Buffer.from('/'), bytes]);
}

/** The last part of a path, as a person reads it. */
export function displayName(path: FilePath): string {
  const text = displayPath(path);
  return text.slice(Math.max(text.lastIndexOf('/'), text.lastIndexOf(sep)) + 1);
}

/** A path as a person reads it: bytes that are not UTF-8 as `\xE9`. Not a name that can be opened. */
export function displayPath(path: FilePath): string {
  if (typeof path === 'string') return path;
  const text = path.toString('utf8');
  if (Buffer.from(text, 'utf8').equals(path)) return text;
  return path
    .toString('latin1')
    .replace(/[\x80-\xff]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** True when both name the same path (not: the same file). */
export function samePath(one: FilePath, other: FilePath): boolean {
  return Buffer.from(one).equals(Buffer.from(other));
}
