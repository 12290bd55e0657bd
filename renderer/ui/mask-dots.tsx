import { messages } from './messages.ts';

/** What stands in the place of a value: always as many dots (`--mask-dots`), whatever the value's length. */
export function MaskDots() {
  return <span className="mask-dots" role="img" aria-label={messages.grid.masked} />;
}
