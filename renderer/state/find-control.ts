let current: (() => void) | undefined;

/** The query line says how to bring the keyboard to it, or (with nothing) that it is gone. */
export function setFindControl(focus: (() => void) | undefined): void {
  current = focus;
}

/** Brings the keyboard to the query line, when there is one. */
export function findControl(): (() => void) | undefined {
  return current;
}
