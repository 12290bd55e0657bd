import { useEffect, useRef } from 'react';
import { messages } from '../../ui/messages.ts';

interface SetCookieTextProps {
  readonly text: string;
  readonly reveal: boolean;
  readonly onText: (text: string) => void;
}

/**
 * The field for headers. What is in it are secrets: it is dots unless somebody writes in it or values are revealed, and
 * React does not hold it, for that would put it into the page's markup.
 */
export function SetCookieText({ text, reveal, onText }: SetCookieTextProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (field.current !== null && field.current.value !== text) field.current.value = text;
  }, [text]);
  const { setCookie } = messages;
  return (
    <textarea
      ref={field}
      className={reveal ? 'set-cookie-text mono set-cookie-revealed' : 'set-cookie-text mono'}
      aria-label={setCookie.headers}
      placeholder={setCookie.placeholder}
      spellCheck={false}
      autoComplete="off"
      onInput={({ currentTarget }) => onText(currentTarget.value)}
    />
  );
}
