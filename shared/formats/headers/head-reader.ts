import type { ByteString } from '../../cookie/byte-string.ts';
import { defaultPath } from '../../cookie/default-path.ts';
import { ADDRESS_LINE, END_OF_HEAD, HOST_LINE, STATUS_LINE } from '../../cookie/header-lines.ts';
import { parseUrl } from '../../cookie/parse-url.ts';
import { requestTarget } from '../../cookie/request-target.ts';

/** The first line of a request head, with its path. */
const REQUEST_LINE = /^[>*\s]*[A-Z]+ (\S+) HTTP\/\d/;
/** Nobody knows where they are from. */
export const NO_ADDRESS = '# unknown address';
const LOCATION_LINE = /^[<*\s]*location[ \t]*:\s*(\S+)\s*$/i;

/**
 * Knows, while the lines of saved headers go by, where they are from: by an address in a comment, by the request head before them
 * (`curl -v`), by the redirection that led there (`curl -iL`). What stands behind a head is its content.
 */
export class HeadReader {
  #url: string | undefined;
  #path = '/';
  #location: string | undefined;
  #inHead = true;
  #hasStatus = false;

  /** Is the next line one of a head, or of a list that has none? */
  get inHead(): boolean {
    return this.#inHead;
  }

  /** Whose headers these are; undefined where nothing says it. */
  get host(): ByteString | undefined {
    const target = requestTarget(this.#url ?? '');
    return 'refused' in target ? undefined : target.host;
  }

  /** The path of a cookie whose header has none. */
  get defaultPath(): ByteString {
    const target = requestTarget(this.#url ?? '');
    return defaultPath('refused' in target ? '/' : target.path);
  }

  /** Is the address one that a person sees to be secure? */
  get isSecure(): boolean {
    return /^https:/i.test(this.#url ?? '');
  }

  /** Takes a line that is no cookie's; true where a head begins or ends by it. */
  pass(line: ByteString): boolean {
    const address = ADDRESS_LINE.exec(line)?.[1];
    if (address !== undefined) {
      this.#url = address;
      this.#location = undefined;
      // Among the lines of a head it says where the rest of them is from.
      return !this.#inHead && this.#turn(true);
    }
    if (line === NO_ADDRESS) {
      this.#url = undefined;
      return false;
    }
    if (STATUS_LINE.test(line)) {
      this.#follow();
      this.#hasStatus = true;
      return this.#turn(true);
    }
    const path = REQUEST_LINE.exec(line)?.[1];
    if (path !== undefined) {
      this.#path = path;
      this.#hasStatus = true;
      this.#location = undefined;
      return this.#turn(true);
    }
    if (!this.#inHead) return false;
    if (this.#hasStatus && END_OF_HEAD.test(line)) return this.#turn(false);
    const host = HOST_LINE.exec(line)?.[1];
    if (host !== undefined) this.#url = `http://${host}${this.#path.startsWith('/') ? this.#path : '/'}`;
    this.#location = LOCATION_LINE.exec(line)?.[1] ?? this.#location;
    return false;
  }

  #turn(inHead: boolean): true {
    this.#inHead = inHead;
    return true;
  }

  /** A response behind one that named another place is from there. */
  #follow(): void {
    if (this.#location === undefined) return;
    // A place that is told by its path alone is on the same host, whichever that is.
    this.#url = (parseUrl(this.#location) ?? parseUrl(this.#location, this.#url))?.href ?? this.#url;
    this.#location = undefined;
  }
}

/** The line that says that the headers below are from this host, for cookies of this path where they tell none. */
export function addressLine(host: ByteString, path: ByteString): ByteString {
  const name = host.includes(':') ? `[${host}]` : host;
  return `# https://${name}${path === '/' ? '/' : `${path}/`}`;
}
