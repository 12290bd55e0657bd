import { cookieFileOf, type Client, type ClientOptions, type LoadedJar } from '#shared/clients/client.ts';
import { requestUrl } from '#shared/clients/request-url.ts';
import { asRecorded } from './alike.ts';
import { RECORDED_AT, type ClientRecord, type RecordedCase } from './recorded-cases.ts';

/** What is compared: anything that JSON can hold; `undefined` where nothing was recorded. */
export interface Compared {
  readonly jar: unknown;
  readonly sent: unknown;
}

/** Brings what one family's recorder wrote down and what its model predicts into the same shape. */
export interface RecordAdapter {
  /** The part of the record's name before its version. */
  readonly program: string;
  /** Which model, in which version, answers for a record of this name. */
  readonly clientId: string;
  /** For a record without a version in its name. */
  readonly version?: string;
  recorded(record: ClientRecord, one: RecordedCase): Compared;
  predicted(ask: Ask): Compared;
}

/** A model that stands ready for one case. */
export interface Ask {
  readonly one: RecordedCase;
  readonly client: Client;
  load(options?: ClientOptions): LoadedJar;
  /** What the jar sends to each address of the case, in bytes; an empty list where no header is sent. */
  sent(jar: LoadedJar): readonly (readonly string[])[];
  /** The lines that the client writes, as UTF-8 where they are. */
  written(jar: LoadedJar): readonly string[];
}

/** The model's side of a case. */
export function askOf(client: Client, version: string, one: RecordedCase, now = RECORDED_AT): Ask {
  return {
    one,
    client,
    load: (options) => client.load(cookieFileOf(one.bytes), { version, now, ...(options && { options }) }),
    sent: (jar) =>
      one.urls.map((address) => {
        const url = requestUrl(address);
        if ('refused' in url) throw new Error(`case ${one.id} asks for no address`);
        const { header } = client.send(jar, { url, now });
        return header === undefined ? [] : [header];
      }),
    written: (jar) => client.write(jar).map(asRecorded),
  };
}
