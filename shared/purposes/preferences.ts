import type { KnownNames } from './purpose.ts';

const LANGUAGE = 'remembers the language';
const LOOK = 'remembers a light or dark look';
const MONEY = 'remembers the currency';
const COUNTRY = 'remembers the country or region';
const ZONE = 'remembers the time zone';

/** Choices that people made: public knowledge, in our own words. */
export const PREFERENCES: KnownNames = {
  '': {
    lang: LANGUAGE,
    language: LANGUAGE,
    locale: LANGUAGE,
    Locale: LANGUAGE,
    user_lang: LANGUAGE,
    hl: LANGUAGE,
    theme: LOOK,
    dark_mode: LOOK,
    darkmode: LOOK,
    darkMode: LOOK,
    'color-scheme': LOOK,
    color_scheme: LOOK,
    currency: MONEY,
    country: COUNTRY,
    region: COUNTRY,
    timezone: ZONE,
    tz: ZONE,
    font_size: 'remembers the size of text',
  },
  'Next.js': { NEXT_LOCALE: LANGUAGE },
  i18next: { i18next: LANGUAGE },
  Nuxt: { i18n_redirected: LANGUAGE },
  Django: { django_language: LANGUAGE },
  'ASP.NET': { '.AspNetCore.Culture': LANGUAGE },
  Polylang: { pll_language: LANGUAGE },
  WPML: {
    'wp-wpml_current_language': LANGUAGE,
    _icl_current_language: LANGUAGE,
    _icl_visitor_lang_js: LANGUAGE,
  },
  'Google Translate': { googtrans: LANGUAGE },
  WordPress: {
    'wp-settings-*': 'remembers how a person arranged the pages of the back office',
    'wp-settings-time-*': 'tells when those arrangements were changed',
    wp_lang: LANGUAGE,
  },
  Drupal: {
    'Drupal.visitor.*': 'remembers what a visitor chose',
    'Drupal.toolbar.*': 'remembers which menus are open',
  },
  Joomla: { jpanesliders: 'remembers which parts of a page are open' },
  XenForo: { xf_style_id: 'remembers the look', xf_language_id: LANGUAGE },
  Shopify: { localization: 'remembers country and language', cart_currency: MONEY },
  Magento: { store: 'remembers which view of a shop was chosen' },
  Google: { 'PREF@google.*': 'remembers settings', 'OGPC@google.*': 'remembers which hints were shown' },
  YouTube: { 'PREF@youtube.com': 'remembers settings of the player and the pages' },
  Facebook: {
    'locale@facebook.com': LANGUAGE,
    'wd@facebook.com': 'remembers the size of the window',
    'dpr@facebook.com': 'remembers how fine the screen is',
    'presence@facebook.com': 'remembers which chats are open',
  },
  X: {
    'lang@twitter.com': LANGUAGE,
    'lang@x.com': LANGUAGE,
    'night_mode@twitter.com': LOOK,
    'night_mode@x.com': LOOK,
  },
  LinkedIn: { 'lang@linkedin.com': LANGUAGE, 'li_theme@linkedin.com': LOOK, 'timezone@linkedin.com': ZONE },
  Reddit: { 'theme@reddit.com': LOOK, 'rseor3@reddit.com': 'remembers how a visitor came' },
  VK: { 'remixlang@vk.com': LANGUAGE },
  GitHub: { 'color_mode@github.com': LOOK, 'preferred_color_mode@github.com': LOOK, 'tz@github.com': ZONE },
  Amazon: { 'lc-*@amazon.*': LANGUAGE, 'i18n-prefs@amazon.*': MONEY, 'sp-cdn@amazon.*': COUNTRY },
  Bing: {
    'SRCHHPGUSR@bing.com': 'remembers settings of the search',
    'SRCHUSR@bing.com': 'remembers settings of the search',
  },
  Yandex: { 'yandex_gid@yandex.*': COUNTRY, 'my@yandex.*': LANGUAGE },
  Wikipedia: { 'GeoIP@wikipedia.org': COUNTRY, '*wikimwuser-sessionId': 'remembers choices of a visit' },
  Steam: { 'Steam_Language@steampowered.com': LANGUAGE, 'timezoneOffset@steampowered.com': ZONE },
};
