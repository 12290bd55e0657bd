import { AppError } from '#shared/api/app-error.ts';
import { encodeUtf8, type ByteString } from '#shared/cookie/byte-string.ts';
import type { Cookie } from '#shared/cookie/cookie.ts';
import { MASK } from '#shared/cookie/mask.ts';
import { shownCookieDomain, shownCookieName, shownPath } from '#shared/cookie/shown-text.ts';
import { exportTargetById, EXPORT_TARGETS } from '#shared/exports/registry.ts';
import type { Loss } from '#shared/exports/export-target.ts';
import type { ShellId } from '#shared/exports/shells/shell.ts';
import { writtenIn } from '#shared/exports/written-in.ts';
import { countLosses } from '#shared/formats/losses.ts';
import { WRITABLE_FORMATS, writableFormatById } from '#shared/formats/registry.ts';
import { finish, type Progress } from '#shared/table/progress.ts';

export interface ExportOrder {
  readonly cookies: readonly Cookie[];
  /** The id of a format or of an export target. */
  readonly to: string;
  readonly url?: string | undefined;
  readonly inline?: boolean | undefined;
  /** The shell that a command is for. */
  readonly shell?: ShellId | undefined;
  readonly fileName: string;
  /** Seconds since 1970. */
  readonly now: number;
}

/** A file and perhaps a command; `bytes` is absent for a target that is a command alone. */
export interface Exported {
  readonly refused?: undefined;
  readonly fileName: string;
  readonly bytes?: Uint8Array;
  readonly command?: string | undefined;
  readonly losses: readonly Loss[];
}

/** Why it cannot be done, in words that hold no value. */
export interface ExportRefused {
  readonly refused: string;
}

/** Stands for a value in a preview. Plain ASCII, for some targets leave out or refuse everything else; cmd takes no stars. */
const SAMPLE_MASK = '******';
const SAMPLE_MASK_OF_CMD = '------';

/** Stands for a domain that may be a value. */
const SAMPLE_HOST = 'hidden.invalid';

/** The longest part of a file that a preview shows, in entries. */
const SAMPLE_ENTRIES = 12;

/** The ids that `--to` and the export dialog take, formats first. */
export function exportIds(): string[] {
  return [...WRITABLE_FORMATS, ...EXPORT_TARGETS].map(({ id }) => id);
}

/** Writes cookies in a format or for a program, values and all; long work for many of them. */
export function* exportInSlices(order: ExportOrder): Generator<Progress, Exported | ExportRefused> {
  const { cookies, to, url, inline = false, shell, fileName, now } = order;
  const format = writableFormatById(to);
  if (format !== undefined) {
    const bytes = yield* writtenIn(format, cookies);
    return { fileName, bytes, losses: yield* countLosses(cookies, format) };
  }
  const target = exportTargetById(to);
  if (target === undefined)
    throw new AppError('target-unknown', { target: to, known: exportIds().join(', ') });
  if (target.needsUrl && (url === undefined || url === '')) {
    return { refused: `${target.name} needs the address that the command is for.` };
  }
  const result = yield* target.export({
    cookies,
    fileName,
    inline,
    now,
    ...(url !== undefined && { url }),
    ...(shell !== undefined && { shell }),
  });
  if ('refused' in result) return { refused: result.message };
  const [file] = result.files;
  return {
    fileName: file?.name ?? fileName,
    ...(file && { bytes: file.bytes }),
    command: result.command,
    losses: result.losses,
  };
}

/** The same in one go, for hosts that need not stay responsive. */
export function exportCookies(order: ExportOrder): Exported | ExportRefused {
  return finish(exportInSlices(order));
}

/** Makes a cookie without its value, wherever that stands. */
function masking({ shell }: ExportOrder): (cookie: Cookie) => Cookie {
  const mask = shell === 'cmd' ? SAMPLE_MASK_OF_CMD : SAMPLE_MASK;
  const ascii = (shown: string): ByteString => encodeUtf8(shown.replaceAll(MASK, mask));
  return (cookie) => {
    const name = shownCookieName(cookie);
    const path = shownPath(cookie.path);
    return {
      ...cookie,
      value: mask,
      ...(name.includes(MASK) && { name: ascii(name) }),
      ...(shownCookieDomain(cookie) === MASK && { domain: SAMPLE_HOST }),
      ...(path.includes(MASK) && { path: ascii(path.startsWith('/') ? path : `/${path}`) }),
    };
  };
}

/**
 * What an export would give, without a value in it: the same export made of masked cookies. A command that holds values is made
 * of all of them; one that names a file is that of the export itself.
 */
export function* maskedExport(
  order: ExportOrder,
  made: Exported,
): Generator<Progress, { readonly sample: string; readonly command?: string }> {
  const masked = masking(order);
  const firstOrder = { ...order, cookies: order.cookies.slice(0, SAMPLE_ENTRIES).map(masked) };
  const first = yield* exportInSlices(firstOrder);
  const whole =
    order.inline === true ? yield* exportInSlices({ ...order, cookies: order.cookies.map(masked) }) : made;
  return {
    sample: 'bytes' in first && first.bytes !== undefined ? Buffer.from(first.bytes).toString('utf8') : '',
    ...('command' in whole && whole.command !== undefined && { command: whole.command }),
  };
}
