/** Made by the build (`resources/build/licences.mjs`). */
declare module 'virtual:about' {
  export interface Licence {
    readonly name: string;
    readonly version: string;
    /** By its short name. */
    readonly licence: string;
    /** Empty where the package has none. */
    readonly text: string;
  }
  export const version: string;
  /** Of every package that is bundled. */
  export const licences: readonly Licence[];
}
