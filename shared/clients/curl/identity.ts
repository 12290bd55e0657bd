import { bytesOf, type ByteString } from '../../cookie/byte-string.ts';
import { lowerCaseAscii } from '../../cookie/canonical-host.ts';
import { mixBytes, START } from '../identities.ts';
import type { PlainFields } from '../plain-line.ts';
import type { CurlBehaviour } from './behaviour.ts';
import type { CurlCookie } from './curl-cookie.ts';

/** Tells the owners of cookies apart before their domains do. */
const OWNER = { host: 1, domain: 2, none: 3 } as const;

/** The hash of an ordinary line's identity; equal to `hashOf` of its cookie. */
export function hashOfPlain(
  bytes: Uint8Array,
  fields: Readonly<PlainFields>,
  { namesInAnyCase, pathsInAnyCase, keepsPathAsWritten }: CurlBehaviour,
): number {
  const { pathFrom, pathTo } = fields;
  // Where the slash of `/` goes, nothing is left of the path.
  const pathEnd = keepsPathAsWritten && pathTo === pathFrom + 1 ? pathFrom : pathTo;
  const owner = START ^ (fields.hostOnly ? OWNER.host : OWNER.domain);
  const withDomain = mixBytes(owner, bytes, fields.domainFrom, fields.domainTo, true);
  const withPath = mixBytes(withDomain, bytes, pathFrom, pathEnd, pathsInAnyCase);
  return mixBytes(withPath, bytes, fields.nameFrom, fields.nameTo, namesInAnyCase);
}

/** The hash of a cookie's identity. */
export function hashOf(cookie: CurlCookie, { namesInAnyCase, pathsInAnyCase }: CurlBehaviour): number {
  const { name, domain, hasDomain, hostOnly, matchPath = '' } = cookie;
  const owner = START ^ (hasDomain ? (hostOnly ? OWNER.host : OWNER.domain) : OWNER.none);
  const withDomain = mixText(owner, domain, true);
  const withPath = mixText(withDomain, matchPath, pathsInAnyCase);
  return mixText(withPath, name, namesInAnyCase);
}

function mixText(hash: number, text: ByteString, inAnyCase: boolean): number {
  return mixBytes(hash, bytesOf(text), 0, text.length, inAnyCase);
}

/** Does the later of the two replace the earlier? */
export function isSameIdentity(one: CurlCookie, other: CurlCookie, behaviour: CurlBehaviour): boolean {
  if (one.hasDomain !== other.hasDomain || (one.hasDomain && one.hostOnly !== other.hostOnly)) return false;
  if ((one.matchPath === undefined) !== (other.matchPath === undefined)) return false;
  const { namesInAnyCase, pathsInAnyCase } = behaviour;
  return (
    equal(one.name, other.name, namesInAnyCase) &&
    equal(one.domain, other.domain, true) &&
    equal(one.matchPath ?? '', other.matchPath ?? '', pathsInAnyCase)
  );
}

function equal(one: ByteString, other: ByteString, inAnyCase: boolean): boolean {
  return one === other || (inAnyCase && lowerCaseAscii(one) === lowerCaseAscii(other));
}
