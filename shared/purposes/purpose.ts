/**
 * What a cookie can be for: a closed set, in the order in which it is shown. The first three keep a site working and its
 * visitors safe; for the last two the law of the European Union wants consent.
 */
export const CATEGORIES = [
  'sign-in',
  'security',
  'necessary',
  'preferences',
  'functional',
  'analytics',
  'advertising',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** A category, or that nobody knows the cookie by its name. */
export const PURPOSE_WORDS = [...CATEGORIES, 'unknown'] as const;
export type PurposeWord = (typeof PURPOSE_WORDS)[number];

interface CategoryText {
  readonly title: string;
  /** What its cookies do, as a sentence. */
  readonly meaning: string;
}

/** The purposes in words. */
export const PURPOSES: Readonly<Record<PurposeWord, CategoryText>> = {
  'sign-in': { title: 'Sign-in', meaning: 'Keeps a visit or an account signed in.' },
  security: { title: 'Security', meaning: 'Guards against forged requests, robots and fraud.' },
  necessary: {
    title: 'Strictly necessary',
    meaning:
      'The site cannot do its work without it: baskets, choice of server, the answer to a cookie banner.',
  },
  preferences: { title: 'Preferences', meaning: 'Remembers language, look and other choices.' },
  functional: { title: 'Functional', meaning: 'Serves an extra such as a chat, a player or a form.' },
  analytics: { title: 'Analytics', meaning: 'Measures who visits and what they do there.' },
  advertising: { title: 'Advertising', meaning: 'Recognises people for advertisements, often across sites.' },
  unknown: { title: 'Unknown', meaning: 'Its name is not among those known here.' },
};

/**
 * Names that cookies are known by: purposes by name, by platform (empty where many set it). `*` in a name stands for any
 * text; `NAME@example.com` is known only on that host and those below it, `NAME@example.*` under every country's suffix. A purpose
 * goes on from "Probably PLATFORM: ", and has no full stop.
 */
export type KnownNames = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What a cookie is probably for. */
export interface KnownPurpose {
  readonly category: Category;
  /** The program or service that usually sets it; absent where many do. */
  readonly platform?: string;
  readonly purpose: string;
}
