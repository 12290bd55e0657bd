import type { ByteString } from '../cookie/byte-string.ts';
import { ADVERTISING } from './advertising.ts';
import { ANALYTICS } from './analytics.ts';
import { FUNCTIONAL } from './functional.ts';
import { NECESSARY } from './necessary.ts';
import { PREFERENCES } from './preferences.ts';
import type { Category, KnownNames, KnownPurpose } from './purpose.ts';
import { CATEGORIES } from './purpose.ts';
import { SECURITY } from './security.ts';
import { SIGN_IN } from './sign-in.ts';

const NAMES: Readonly<Record<Category, KnownNames>> = {
  'sign-in': SIGN_IN,
  security: SECURITY,
  necessary: NECESSARY,
  preferences: PREFERENCES,
  functional: FUNCTIONAL,
  analytics: ANALYTICS,
  advertising: ADVERTISING,
};

/** One name or pattern of the table, made ready. */
interface KnownName {
  readonly known: KnownPurpose;
  /** The name as it stands in the table, without its domain. */
  readonly spelling: string;
  /** What is in front of the first `*`. */
  readonly prefix: string;
  readonly domain?: RegExp;
  /** Absent where the name is exact. */
  readonly pattern?: RegExp;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function compile(category: Category): KnownName[] {
  return Object.entries(NAMES[category]).flatMap(([platform, names]) =>
    Object.entries(names).map(([typed, purpose]) => {
      const [spelling = '', domain] = typed.split('@');
      return {
        known: { category, purpose, ...(platform !== '' && { platform }) },
        spelling,
        prefix: spelling.split('*')[0] ?? '',
        ...(domain !== undefined && { domain: domainPattern(domain) }),
        ...(spelling.includes('*') && {
          pattern: new RegExp(`^${spelling.split('*').map(escaped).join('.*')}$`, 's'),
        }),
      };
    }),
  );
}

function domainPattern(domain: string): RegExp {
  const suffix = domain.endsWith('.*');
  const fixed = escaped(suffix ? domain.slice(0, -2) : domain);
  return new RegExp(`(?:^|\\.)${fixed}${suffix ? '\\.[a-z]{2,3}(?:\\.[a-z]{2})?' : ''}$`, 'i');
}

/** Exact names before patterns, those of one domain before those of any, longer patterns before shorter. */
function mostCertainFirst(left: KnownName, right: KnownName): number {
  const rank = ({ pattern, domain }: KnownName): number =>
    (pattern === undefined ? 0 : 2) + (domain === undefined ? 1 : 0);
  return rank(left) - rank(right) || right.spelling.length - left.spelling.length;
}

const ALL: readonly KnownName[] = CATEGORIES.flatMap(compile).sort(mostCertainFirst);
const EXACT = new Map<string, KnownName[]>();
for (const name of ALL) {
  if (name.pattern !== undefined) continue;
  const same = EXACT.get(name.spelling);
  if (same === undefined) EXACT.set(name.spelling, [name]);
  else same.push(name);
}
/** Patterns by the character that their names begin with; `*` for those that begin with anything. */
const PATTERNS = new Map<string, KnownName[]>();
for (const name of ALL) {
  if (name.pattern === undefined) continue;
  const first = name.spelling[0] ?? '*';
  PATTERNS.set(first, [...(PATTERNS.get(first) ?? []), name]);
}

const NONE: readonly KnownName[] = [];
/** So many names are remembered: files of a million entries have few. */
const REMEMBERED = 20_000;
const remembered = new Map<ByteString, readonly KnownName[]>();

function candidates(name: ByteString): readonly KnownName[] {
  const known = remembered.get(name);
  if (known !== undefined) return known;
  const found: KnownName[] = [...(EXACT.get(name) ?? NONE)];
  for (const patterns of [PATTERNS.get(name[0] ?? ''), PATTERNS.get('*')]) {
    for (const one of patterns ?? NONE) {
      // Most patterns are told apart by their first letters: quicker than asking each.
      if (name.startsWith(one.prefix) && one.pattern?.test(name) === true) found.push(one);
    }
  }
  if (remembered.size < REMEMBERED) remembered.set(name, found);
  return found;
}

/**
 * What a cookie of this name is probably for, where its name is well known; `domain` may begin with a full stop, and is
 * asked for only where it matters. Names are all that is looked at, and anybody may use any name: say "probably".
 */
export function purposeOf(
  name: ByteString,
  domain: ByteString | (() => ByteString),
): KnownPurpose | undefined {
  for (const { domain: only, known } of candidates(name)) {
    if (only === undefined || only.test(typeof domain === 'string' ? domain : domain())) return known;
  }
  return undefined;
}

/** The purpose as a sentence: "Probably Google Analytics: tells one visitor from another." */
export function purposeSentence({ platform, purpose }: KnownPurpose): string {
  return platform === undefined ? `Probably ${purpose}.` : `Probably ${platform}: ${purpose}.`;
}
