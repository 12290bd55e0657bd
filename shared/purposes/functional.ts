import type { KnownNames } from './purpose.ts';

const CHAT = 'recognises a visitor in the chat window';
const SEEN = 'shows what a visitor looked at before';
const COMMENT = 'fills in the comment form the next time';
const PLAYER = 'serves an embedded player';

/** Extras such as chats, players and forms: public knowledge, in our own words. */
export const FUNCTIONAL: KnownNames = {
  Intercom: { 'intercom-id-*': CHAT, 'intercom-session-*': CHAT, 'intercom-device-id-*': CHAT },
  'Zendesk Chat': {
    __zlcmid: CHAT,
    __zlcid: CHAT,
    __zlcprivacy: 'remembers that a visitor does not want to be recognised',
  },
  Drift: { driftt_aid: CHAT, drift_aid: CHAT, drift_campaign_refresh: CHAT },
  Crisp: { 'crisp-client/*': CHAT, 'crisp-client%2F*': CHAT },
  'tawk.to': { tawkUUID: CHAT, TawkConnectionTime: CHAT, 'twk_*': CHAT },
  LiveChat: { __lc_cid: CHAT, __lc_cst: CHAT, __livechat: CHAT, __lc2_cid: CHAT, __lc2_cst: CHAT },
  LivePerson: { LPVID: CHAT, 'LPSID-*': CHAT },
  Olark: { wcsid: CHAT, hblid: CHAT, olfsk: CHAT, _okdetect: CHAT, _oklv: CHAT, _okbk: CHAT },
  HubSpot: { messagesUtk: CHAT },
  Tidio: { 'tidio_*': CHAT },
  Freshchat: { _fw_crm_v: CHAT },
  Userlike: { uslk_e: CHAT, uslk_s: CHAT, 'uslk_*': CHAT },
  Smartsupp: { 'ssupp.*': CHAT },
  Gorgias: { 'gorgias.*': CHAT },
  YouTube: {
    'YSC@youtube.com': 'keeps one visit together while videos play',
    'VISITOR_INFO1_LIVE@youtube.com':
      'chooses the player by the speed of the connection, and recommends videos',
    'VISITOR_PRIVACY_METADATA@youtube.com': 'remembers which consent holds for videos',
    '__Secure-ROLLOUT_TOKEN@youtube.com': 'tells which new features a visitor gets',
    '__Secure-YEC@youtube.com': PLAYER,
    'GPS@youtube.com': 'finds the region of a phone',
    'yt-remote-*@youtube.com': 'remembers the settings of the player',
  },
  Vimeo: { 'player@vimeo.com': 'remembers the settings of the player', '_dd_cid@vimeo.com': PLAYER },
  SoundCloud: { 'sc_anonymous_id@soundcloud.com': PLAYER },
  Spotify: { 'sp_t@spotify.com': PLAYER, 'sp_landing@spotify.com': PLAYER },
  Twitch: { 'unique_id@twitch.tv': PLAYER },
  WooCommerce: { woocommerce_recently_viewed: SEEN },
  nopCommerce: { '.Nop.RecentlyViewedProducts': SEEN },
  Magento: {
    recently_viewed_product: SEEN,
    recently_viewed_product_previous: SEEN,
    recently_compared_product: SEEN,
    product_data_storage: SEEN,
  },
  WordPress: {
    'comment_author_*': COMMENT,
    'comment_author_email_*': COMMENT,
    'comment_author_url_*': COMMENT,
  },
  WPForms: { _wpfuuid: 'joins the answers that one visitor gave to forms' },
  Typeform: { 'attribution_user_id@typeform.com': 'remembers where a form was begun' },
  Drupal: { has_js: 'tells that the browser runs scripts' },
  AddThis: { __atuvc: 'counts how often a page was shared', __atuvs: 'counts how often a page was shared' },
  Disqus: { 'disqus_unique@disqus.com': 'recognises who comments' },
  GitHub: { 'has_recent_activity@github.com': 'tells that the account was used a short while ago' },
  Trustpilot: { 'TrustboxSplitTest_*': 'shows ratings' },
  Google: { 'OTZ@google.*': 'joins the visits of several Google services' },
  Netflix: { 'nfvdid@netflix.com': 'recognises a device that plays videos' },
  Reddit: {
    'loid@reddit.com': 'recognises a visitor who is not signed in',
    'edgebucket@reddit.com': 'picks visitors for new features',
  },
};
