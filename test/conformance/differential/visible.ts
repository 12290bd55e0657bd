import type { Observed } from './program.ts';

/** Of what a model predicts, only what could be observed. */
export function visible(predicted: Observed, observed: Observed): Observed {
  if (observed.refused || predicted.refused) return { refused: predicted.refused };
  const sent = predicted.sent?.map((header, at) => (observed.sent?.[at] === undefined ? undefined : header));
  return {
    refused: false,
    ...(observed.jar !== undefined && { jar: predicted.jar }),
    ...(observed.sent !== undefined && sent !== undefined && { sent }),
  };
}
