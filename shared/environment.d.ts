/**
 * All that `shared/` may take from its surroundings: three classes that Node, Electron and browsers have alike.
 * No console, no timers, no clock, no randomness, no files: what else is needed arrives as an argument.
 */
declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string;
}

declare class URL {
  constructor(url: string, base?: string);
  readonly href: string;
  readonly hostname: string;
  readonly host: string;
  readonly pathname: string;
  readonly protocol: string;
  readonly search: string;
  readonly port: string;
}
