import type { EpochSeconds } from './cookie.ts';
import { base64Bytes, VALUE_CODECS, type ValueCodec } from './value-codecs.ts';
import { decodeUtf8 } from './byte-string.ts';

/** One wrapping that was taken off. */
interface Step {
  readonly codec: ValueCodec;
  /** The text as it was with this wrapping. */
  readonly wrapped: string;
}

/** A time that a token names, and what it is for. */
export interface TokenTime {
  readonly claim: 'iat' | 'nbf' | 'exp';
  readonly time: EpochSeconds;
}

/** What a text is, once nothing more can be taken off. */
export type ValueShape =
  | { readonly kind: 'text' }
  | { readonly kind: 'json' }
  /** A JSON Web Token (RFC 7519), header and payload as JSON texts. Nobody has checked its signature. */
  | {
      readonly kind: 'jwt';
      readonly header: string;
      readonly payload: string;
      readonly times: readonly TokenTime[];
    }
  | { readonly kind: 'time'; readonly time: EpochSeconds; readonly unit: 's' | 'ms' | 'µs' }
  | { readonly kind: 'pairs'; readonly pairs: readonly (readonly [string, string])[] };

/** What is inside a cookie value. */
export interface ValueReading {
  readonly steps: readonly Step[];
  readonly text: string;
  readonly shape: ValueShape;
  /** Writing `text` back as it was wrapped gives the value again, byte for byte: other text can be written so, too. */
  readonly exact: boolean;
}

const MOST_STEPS = 5;
/** Longer values are text: nobody reads them here. */
const LONGEST = 65_536;

/** Takes a value apart: quotation marks, percent-encoding and base64 in any order, then what the text is. */
export function readValue(value: string): ValueReading {
  const steps: Step[] = [];
  let text = value;
  if (value.length <= LONGEST) {
    while (steps.length < MOST_STEPS && shapeOf(text).kind === 'text') {
      const step = unwrapped(text);
      if (step === undefined) break;
      steps.push({ codec: step.codec, wrapped: text });
      text = step.inside;
    }
  }
  const reading = { steps, text, shape: value.length <= LONGEST ? shapeOf(text) : { kind: 'text' as const } };
  return { ...reading, exact: writeValue({ ...reading, exact: true }, text) === value };
}

/** Wraps other text as the value that was read is wrapped. */
export function writeValue({ steps }: ValueReading, text: string): string {
  return steps.reduceRight((inside, { codec, wrapped }) => codec.encode(inside, wrapped), text);
}

function unwrapped(text: string): { codec: ValueCodec; inside: string } | undefined {
  for (const codec of VALUE_CODECS) {
    const inside = codec.decode(text);
    if (inside !== undefined && inside !== text) return { codec, inside };
  }
  return undefined;
}

function shapeOf(text: string): ValueShape {
  return (
    tokenShape(text) ??
    (isJson(text) ? { kind: 'json' } : undefined) ??
    timeShape(text) ??
    pairsShape(text) ?? { kind: 'text' }
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isJson(text: string): boolean {
  return /^\s*[[{]/.test(text) && jsonOf(text) !== undefined;
}

function recordOf(text: string): Readonly<Record<string, unknown>> | undefined {
  const value = /^\s*\{/.test(text) ? jsonOf(text) : undefined;
  return typeof value === 'object' && value !== null ? { ...value } : undefined;
}

const CLAIMS = ['iat', 'nbf', 'exp'] as const;

function tokenShape(text: string): ValueShape | undefined {
  const parts = text.split('.');
  if (parts.length !== 3 || !text.startsWith('eyJ')) return undefined;
  const [header, payload] = parts.slice(0, 2).map((part) => decodeUtf8(base64Bytes(part, 'base64url') ?? ''));
  if (header === undefined || payload === undefined) return undefined;
  const claims = recordOf(payload);
  if (claims === undefined || typeof recordOf(header)?.['alg'] !== 'string') return undefined;
  const times = CLAIMS.flatMap((claim): TokenTime[] => {
    const time = claims[claim];
    return typeof time === 'number' && Number.isFinite(time) ? [{ claim, time }] : [];
  });
  return { kind: 'jwt', header, payload, times };
}

/** From 2001 to 2100 in the usual units; other numbers are numbers. */
const UNITS = [
  { digits: 10, unit: 's', divisor: 1 },
  { digits: 13, unit: 'ms', divisor: 1000 },
  { digits: 16, unit: 'µs', divisor: 1_000_000 },
] as const;
const LATEST = 4_102_444_800;

function timeShape(text: string): ValueShape | undefined {
  const unit = /^[1-9]\d+$/.test(text) ? UNITS.find(({ digits }) => digits === text.length) : undefined;
  if (unit === undefined) return undefined;
  const time = Number(text) / unit.divisor;
  return time > LATEST ? undefined : { kind: 'time', time, unit: unit.unit };
}

function pairsShape(text: string): ValueShape | undefined {
  if (!/^[\w.-]+=[^&]*(?:&[\w.-]+=[^&]*)+$/.test(text)) return undefined;
  const pairs = text.split('&').map((pair): [string, string] => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
  return { kind: 'pairs', pairs };
}
