import type { OriginWord, RequestPreview } from '#shared/api/verdict.ts';
import { useSettledAnswer, withScheme, type SettledAnswer } from './use-settled-answer.ts';

interface Question {
  readonly document: string;
  readonly clients: readonly string[];
  readonly url: string;
  readonly method: string;
  readonly initiator: OriginWord;
  readonly reveal: boolean;
}

/** What programs and browsers would send to an address, asked again when it or the document changes. */
export function useRequestPreview(
  { clients, url, ...question }: Question,
  version: string,
): SettledAnswer<readonly RequestPreview[]> {
  const params = url.trim() === '' ? undefined : { ...question, clients: [...clients], url: withScheme(url) };
  return useSettledAnswer('verdict.request', { params, version, troubles: ['address-unusable'] });
}
