import { RadioGroup } from 'radix-ui';
import type { SetCookiePreview } from '#shared/api/set-cookie.ts';
import { messages } from '../../ui/messages.ts';

interface SetCookieReceiversProps {
  readonly previews: readonly SetCookiePreview[];
  readonly chosen: string;
  readonly onChosen: (client: string) => void;
}

/** The browsers that were asked, to choose the one to go by. */
export function SetCookieReceivers({ previews, chosen, onChosen }: SetCookieReceiversProps) {
  if (previews.length === 0) return null;
  return (
    <RadioGroup.Root
      className="set-cookie-receivers"
      aria-label={messages.setCookie.receivers}
      orientation="horizontal"
      value={chosen}
      onValueChange={onChosen}
    >
      {previews.map(({ client, title }) => (
        <RadioGroup.Item key={client} className="set-cookie-receiver" value={client}>
          {title}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
