import { cookieFileOf, type ClientOptions, type LoadedJar } from '#shared/clients/client.ts';
import { clientById } from '#shared/clients/registry.ts';
import { requestUrl } from '#shared/clients/request-url.ts';
import type { Prediction, Probe } from './program.ts';

export interface Asked {
  readonly clientId: string;
  readonly version: string;
  readonly now: number;
  readonly options?: ClientOptions;
  /** How the jar is shown, when not as the lines that the client writes. */
  show?(jar: LoadedJar): unknown;
}

/** What a model says of a probe, in the shape of what is observed. */
export function predict(probe: Probe, { clientId, version, now, options, show }: Asked): Prediction {
  const client = clientById(clientId);
  if (client === undefined) throw new Error(`no client ${clientId}`);
  const context = { version, now, ...(options !== undefined && { options }) };
  const jar = client.load(cookieFileOf(probe.bytes), context);
  if (jar.refusal !== undefined) return { jar, observed: { refused: true } };
  const sent = probe.urls.map((address) => {
    const url = requestUrl(address);
    if ('refused' in url) throw new Error(`${address} is no address`);
    return client.send(jar, { url, now }).header ?? '';
  });
  return { jar, observed: { refused: false, jar: show?.(jar) ?? client.write(jar), sent } };
}
