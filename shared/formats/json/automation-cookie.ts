import { type Attribute, type Cookie, USUAL_ATTRIBUTES } from '../../cookie/cookie.ts';
import { expiryTimeOf, sameSiteOf, type CookieFields } from './cookie-fields.ts';
import { quoteJson, type JsonText } from './json-text.ts';

/** What the tools that drive browsers say of every cookie. */
export const AUTOMATION_CARRIES: readonly Attribute[] = [...USUAL_ATTRIBUTES, 'sameSite'];

/** What Playwright, Puppeteer and Selenium have in common: the leading full stop of the domain says whether subdomains count. */
export function readAutomationCookie(fields: CookieFields, expires: number | undefined): Cookie {
  const domain = fields.requiredText('domain');
  const sameSite = sameSiteOf(fields.word('sameSite'));
  return {
    name: fields.requiredText('name'),
    value: fields.requiredText('value'),
    domain: domain.replace(/^\./, ''),
    hostOnly: !domain.startsWith('.'),
    path: fields.text('path') ?? '/',
    secureOnly: fields.flag('secure') ?? false,
    httpOnly: fields.flag('httpOnly') ?? false,
    ...(expires !== undefined && expires !== -1 && { expiryTime: expiryTimeOf(expires) }),
    ...(sameSite && { extras: { sameSite } }),
  };
}

/** `Strict`, `Lax`, `None`; nothing for a cookie that says nothing. */
export function sameSiteMember({ extras }: Cookie): readonly (readonly [string, JsonText])[] {
  const word = extras?.sameSite;
  if (word === undefined) return [];
  return [['sameSite', quoteJson(word.charAt(0).toUpperCase() + word.slice(1))]];
}
