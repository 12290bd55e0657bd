/** Requests of which a model is known to say something else than the browser, and why that is not modelled. */
export interface Exception {
  readonly browser: string;
  readonly scenario: string;
  readonly reason: string;
}

export const EXCEPTIONS: readonly Exception[] = [
  {
    browser: 'chromium',
    scenario: 'DISABLED_CHROMIUM0023',
    reason: 'A carriage return ends the header for HTTP, before cookies are looked at.',
  },
];
