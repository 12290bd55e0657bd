import { useEffect, useState } from 'react';
import { useApp } from './app-store.ts';

/**
 * Which values a panel shows: `hidden` at first, again after as long as the person allows, and once all values are masked. `hidden` must be
 * the same object each time.
 */
export function useShown<Shown>(hidden: Shown): readonly [Shown, (shown: Shown) => void] {
  const concealed = useApp((state) => state.concealed);
  const hideAfter = useApp(({ preferences }) => preferences.hideAfter);
  const [choice, setChoice] = useState({ shown: hidden, concealed });
  const shown = choice.concealed === concealed ? choice.shown : hidden;
  useEffect(() => {
    if (shown === hidden || hideAfter === 0) return undefined;
    const timer = setTimeout(() => setChoice({ shown: hidden, concealed }), hideAfter * 1000);
    return () => clearTimeout(timer);
  }, [shown, hidden, hideAfter, concealed]);
  return [shown, (next) => setChoice({ shown: next, concealed })];
}
