import { origin as origins, type OriginWord } from '#shared/api/verdict.ts';
import { messages } from '../../ui/messages.ts';

/** Where a request comes from, to choose. */
export function OriginSelect({
  origin,
  onOrigin,
}: {
  readonly origin: OriginWord;
  readonly onOrigin: (origin: OriginWord) => void;
}) {
  const { request } = messages;
  return (
    <select
      className="select"
      aria-label={request.origin}
      title={request.originText}
      value={origin}
      onChange={({ target }) => {
        const chosen = origins.options.find((option) => option === target.value);
        if (chosen !== undefined) onOrigin(chosen);
      }}
    >
      {origins.options.map((option) => (
        <option key={option} value={option}>
          {request.origins[option]}
        </option>
      ))}
    </select>
  );
}
