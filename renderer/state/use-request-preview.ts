import { useEffect, useState } from 'react';
import { AppError } from '#shared/api/app-error.ts';
import { errorText } from '#shared/api/error-text.ts';
import type { RequestPreview } from '#shared/api/verdict.ts';
import { call } from './engine.ts';
import { reportFailure } from './notices.ts';

interface Question {
  readonly document: string;
  readonly clients: readonly string[];
  readonly url: string;
  readonly reveal: boolean;
}

interface Answer {
  readonly previews: readonly RequestPreview[];
  /** What is wrong with the address. */
  readonly trouble?: string;
}

const NONE: Answer = { previews: [] };
/** So long typing must pause before anybody is asked. */
const PAUSE_MS = 150;

/** What programs would send to an address, asked again when it or the document changes. An address that is not finished keeps the last answer. */
export function useRequestPreview(question: Question, version: string): Answer {
  const [answer, setAnswer] = useState(NONE);
  const { document, clients, url, reveal } = question;
  const key = clients.join('|');
  useEffect(() => {
    const address = url.trim();
    if (address === '') return undefined;
    let current = true;
    const ask = async (): Promise<void> => {
      try {
        const names = key === '' ? [] : key.split('|');
        const previews = await call('verdict.request', {
          document,
          clients: names,
          url: withScheme(address),
          reveal,
        });
        if (current) setAnswer({ previews });
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        if (!current || error.code === 'document-not-open') return;
        if (error.code !== 'address-unusable') reportFailure(error);
        setAnswer(({ previews }) => ({ previews, trouble: errorText(error.code, error.data).happened }));
      }
    };
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [document, key, url, reveal, version]);
  return url.trim() === '' ? NONE : answer;
}

/** People type `example.com/path`. */
function withScheme(address: string): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(address) && !/^[^/:]+:\d+(?:[/?#]|$)/.test(address)
    ? address
    : `https://${address}`;
}
