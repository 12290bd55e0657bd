import { brokenRequirements, namePrefix } from '../cookie/name-prefix.ts';
import type { PrefixRequirement } from '../cookie/name-prefix.ts';
import { Trait } from '../table/columns.ts';
import type { RawEntry } from '../table/entry-reader.ts';
import { bareHost, meansSubdomains, scoped } from './reading/domain-field.ts';
import { word } from './reading/words.ts';
import type { RowRule } from './rule.ts';

const LACKS: Readonly<Record<PrefixRequirement, string>> = {
  secureOnly: 'Secure',
  httpOnly: 'HttpOnly',
  hostOnly: 'a domain without subdomains',
  rootPath: 'the path "/"',
};

export const namePrefixBroken: RowRule = {
  id: 'name-prefix-broken',
  scope: 'row',
  severity: 'error',
  field: 'name',
  traits: Trait.namePrefix,
  title: 'Cookie breaks the promise of its name',
  rationale:
    'Names that begin with __Secure-, __Host-, __Http- or __Host-Http- promise attributes, and browsers and curl drop a cookie without them.',
  source: 'F28; RFC 6265bis §4.1.3, §5.4; Chromium 156, Firefox ESR 153, curl 7.88.1 to 8.21.0',
  explain: (entry, row) => ({
    prefix: namePrefix(entry.field(row, 'name')) ?? '',
    exact: entry.field(row, 'name').startsWith(namePrefix(entry.field(row, 'name')) ?? ''),
    lacks: brokenRequirements(entry.cookie(row))
      .map((requirement) => LACKS[requirement])
      .join(', '),
  }),
  message: (data) => {
    const curl = data['exact'] === true ? 'curl' : 'curl to 8.20';
    const droppers = word(data, 'prefix').includes('Http-')
      ? 'browsers drop it'
      : `browsers and ${curl} drop it`;
    return `${word(data, 'prefix')} promises what this cookie lacks (${word(data, 'lacks')}): ${droppers}, wget and Python send it.`;
  },
  fix: kept,
  fixNeedsChoice: true,
  examples: {
    pass: [
      '.example.com→TRUE→/→TRUE→1820000000→__Secure-a→1',
      'example.com→FALSE→/→TRUE→1820000000→__Host-a→1',
      '#HttpOnly_.example.com→TRUE→/x→TRUE→1820000000→__Http-a→1',
      '#HttpOnly_example.com→FALSE→/→TRUE→1820000000→__Host-Http-a→1',
      '.example.com→TRUE→/→FALSE→1820000000→__cf_bm→1',
    ],
    fail: [
      '.example.com→TRUE→/→FALSE→1820000000→__Secure-a→1',
      '.example.com→TRUE→/→TRUE→1820000000→__Host-a→1',
      'example.com→FALSE→/x→TRUE→1820000000→__host-a→1',
      '.example.com→TRUE→/→TRUE→1820000000→__Http-a→1',
      'example.com→FALSE→/→TRUE→1820000000→__Host-Http-a→1',
    ],
  },
};

/** The entry with all that its name promises. */
function kept(entry: RawEntry): Partial<RawEntry> | undefined {
  const prefix = namePrefix(entry.name);
  if (prefix === undefined) return undefined;
  const host = bareHost(entry.domain);
  const ofHost = prefix.startsWith('__Host-');
  return {
    secure: 'TRUE',
    ...(prefix.endsWith('Http-') && { httpOnly: true }),
    ...(ofHost ? { ...scoped(host, false), path: '/' } : scoped(host, meansSubdomains(entry))),
  };
}
