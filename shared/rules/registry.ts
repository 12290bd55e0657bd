import type { Rule } from './rule.ts';
import { attributeQuoted } from './attribute-quoted.ts';
import { byteOrderMark } from './byte-order-mark.ts';
import { carriageReturnInside } from './carriage-return-inside.ts';
import { columnsNotTabs } from './columns-not-tabs.ts';
import { commentNotUtf8 } from './comment-not-utf-8.ts';
import { commentTooLongForCurl } from './comment-too-long-for-curl.ts';
import { cookieCommentedOut } from './cookie-commented-out.ts';
import { cookieHeaderText } from './cookie-header-text.ts';
import { crLineEnds } from './cr-line-ends.ts';
import { crlfLineEnds } from './crlf-line-ends.ts';
import { curlyQuotes } from './curly-quotes.ts';
import { dollarLine } from './dollar-line.ts';
import { domainDotOnLocalHost } from './domain-dot-on-local-host.ts';
import { domainEmpty } from './domain-empty.ts';
import { domainFlagMismatch } from './domain-flag-mismatch.ts';
import { domainHasPort } from './domain-has-port.ts';
import { domainIpv6Brackets } from './domain-ipv6-brackets.ts';
import { domainManyDots } from './domain-many-dots.ts';
import { domainNotAHost } from './domain-not-a-host.ts';
import { domainNotAscii } from './domain-not-ascii.ts';
import { domainPublicSuffix } from './domain-public-suffix.ts';
import { domainPublicSuffixHostOnly } from './domain-public-suffix-host-only.ts';
import { domainSingleLabel } from './domain-single-label.ts';
import { domainSingleLabelHostOnly } from './domain-single-label-host-only.ts';
import { domainSuffixUnknown } from './domain-suffix-unknown.ts';
import { domainTrailingDot } from './domain-trailing-dot.ts';
import { domainTwins } from './domain-twins.ts';
import { domainUpperCase } from './domain-upper-case.ts';
import { doubledTabs } from './doubled-tabs.ts';
import { duplicateIdentity } from './duplicate-identity.ts';
import { elementUnreadable } from './element-unreadable.ts';
import { encodingUtf16 } from './encoding-utf-16.ts';
import { expired } from './expired.ts';
import { expiryEmpty } from './expiry-empty.ts';
import { expiryFraction } from './expiry-fraction.ts';
import { expiryNegative } from './expiry-negative.ts';
import { expiryNotANumber } from './expiry-not-a-number.ts';
import { expiryNotPlainDigits } from './expiry-not-plain-digits.ts';
import { expiryNotSeconds } from './expiry-not-seconds.ts';
import { expiryPast9999 } from './expiry-past-9999.ts';
import { expiryZero } from './expiry-zero.ts';
import { fileInGitWorkTree } from './file-in-git-work-tree.ts';
import { fileInSyncedFolder } from './file-in-synced-folder.ts';
import { fileReadableByOthers } from './file-readable-by-others.ts';
import { finalNewlineMissing } from './final-newline-missing.ts';
import { flagNotTrueOrFalse } from './flag-not-true-or-false.ts';
import { headerMissing } from './header-missing.ts';
import { headerNotFirst } from './header-not-first.ts';
import { headerUnknown } from './header-unknown.ts';
import { htmlAround } from './html-around.ts';
import { htmlEscaped } from './html-escaped.ts';
import { httpOnlyColumn } from './http-only-column.ts';
import { httpOnlyMarkDoubled } from './http-only-mark-doubled.ts';
import { httpOnlyMarkMisspelt } from './http-only-mark-misspelt.ts';
import { jsonNamedTxt } from './json-named-txt.ts';
import { keptLineTooLongForCurl } from './kept-line-too-long-for-curl.ts';
import { leadingBlanks } from './leading-blanks.ts';
import { lifetimeOver400Days } from './lifetime-over-400-days.ts';
import { lifetimeOverAYear } from './lifetime-over-a-year.ts';
import { lineTooLong } from './line-too-long.ts';
import { lineTooLongForCurl } from './line-too-long-for-curl.ts';
import { lineWrapped } from './line-wrapped.ts';
import { mixedLineEnds } from './mixed-line-ends.ts';
import { nameBrackets } from './name-brackets.ts';
import { nameControlCharacter } from './name-control-character.ts';
import { nameDollar } from './name-dollar.ts';
import { nameEmpty } from './name-empty.ts';
import { nameNotAscii } from './name-not-ascii.ts';
import { nameNotToken } from './name-not-token.ts';
import { namePrefixBroken } from './name-prefix-broken.ts';
import { nameQuoted } from './name-quoted.ts';
import { nameSentTwice } from './name-sent-twice.ts';
import { nameUnusualCharacter } from './name-unusual-character.ts';
import { namesDifferOnlyInCase } from './names-differ-only-in-case.ts';
import { noEntries } from './no-entries.ts';
import { notUtf8 } from './not-utf-8.ts';
import { nulByte } from './nul-byte.ts';
import { nulPadding } from './nul-padding.ts';
import { pathBackslash } from './path-backslash.ts';
import { pathDotSegment } from './path-dot-segment.ts';
import { pathDoubleSlash } from './path-double-slash.ts';
import { pathEmpty } from './path-empty.ts';
import { pathNamesFile } from './path-names-file.ts';
import { pathNeedsEncoding } from './path-needs-encoding.ts';
import { pathNotAbsolute } from './path-not-absolute.ts';
import { pathSemicolon } from './path-semicolon.ts';
import { pathShadowed } from './path-shadowed.ts';
import { pathSlashTwins } from './path-slash-twins.ts';
import { pathTrailingSlash } from './path-trailing-slash.ts';
import { requestHeaderLarge } from './request-header-large.ts';
import { sameSiteNoneNotSecure } from './same-site-none-not-secure.ts';
import { secureMissing } from './secure-missing.ts';
import { secureNotTrueOrFalse } from './secure-not-true-or-false.ts';
import { setCookieLine } from './set-cookie-line.ts';
import { setCookieOver4096 } from './set-cookie-over-4096.ts';
import { sizeColumn } from './size-column.ts';
import { sizeNearLimit } from './size-near-limit.ts';
import { sizeOverLimit } from './size-over-limit.ts';
import { tabsWrittenOut } from './tabs-written-out.ts';
import { tooFewFields } from './too-few-fields.ts';
import { tooManyFields } from './too-many-fields.ts';
import { tooManyInTotal } from './too-many-in-total.ts';
import { tooManyInTotalLegacy } from './too-many-in-total-legacy.ts';
import { tooManyPerDomain } from './too-many-per-domain.ts';
import { tooManyPerDomainLegacy } from './too-many-per-domain-legacy.ts';
import { tooManyPerDomainRfc } from './too-many-per-domain-rfc.ts';
import { trailingTab } from './trailing-tab.ts';
import { valueBlanksAtEnds } from './value-blanks-at-ends.ts';
import { valueControlCharacter } from './value-control-character.ts';
import { valueHoldsPersonalData } from './value-holds-personal-data.ts';
import { valueIsIdentifier } from './value-is-identifier.ts';
import { valueIsUndefined } from './value-is-undefined.ts';
import { valueLegacyEscape } from './value-legacy-escape.ts';
import { valueNeedsEncoding } from './value-needs-encoding.ts';
import { valueNotAscii } from './value-not-ascii.ts';
import { valueQuoted } from './value-quoted.ts';
import { valueTabMissing } from './value-tab-missing.ts';
import { valueWrapped } from './value-wrapped.ts';

/** Every rule, in the order in which they are listed: the document, its lines, the fields from left to right, then groups and sites. */
export const RULES: readonly Rule[] = [
  headerMissing,
  headerNotFirst,
  headerUnknown,
  byteOrderMark,
  encodingUtf16,
  crLineEnds,
  mixedLineEnds,
  crlfLineEnds,
  finalNewlineMissing,
  fileReadableByOthers,
  fileInGitWorkTree,
  fileInSyncedFolder,
  jsonNamedTxt,
  lineWrapped,
  valueWrapped,
  noEntries,
  tooManyInTotal,
  tooManyInTotalLegacy,
  columnsNotTabs,
  tabsWrittenOut,
  cookieHeaderText,
  htmlAround,
  tooFewFields,
  doubledTabs,
  trailingTab,
  sizeColumn,
  httpOnlyColumn,
  tooManyFields,
  domainEmpty,
  nulByte,
  nulPadding,
  lineTooLong,
  keptLineTooLongForCurl,
  setCookieLine,
  dollarLine,
  elementUnreadable,
  httpOnlyMarkMisspelt,
  httpOnlyMarkDoubled,
  cookieCommentedOut,
  commentTooLongForCurl,
  commentNotUtf8,
  leadingBlanks,
  valueTabMissing,
  lineTooLongForCurl,
  carriageReturnInside,
  notUtf8,
  domainFlagMismatch,
  flagNotTrueOrFalse,
  domainNotAHost,
  domainManyDots,
  domainDotOnLocalHost,
  domainPublicSuffix,
  domainPublicSuffixHostOnly,
  domainSingleLabel,
  domainSingleLabelHostOnly,
  domainTrailingDot,
  domainHasPort,
  domainIpv6Brackets,
  domainNotAscii,
  domainUpperCase,
  domainSuffixUnknown,
  pathEmpty,
  pathNotAbsolute,
  attributeQuoted,
  pathBackslash,
  pathNeedsEncoding,
  pathNamesFile,
  pathTrailingSlash,
  pathDoubleSlash,
  pathDotSegment,
  pathSemicolon,
  secureNotTrueOrFalse,
  secureMissing,
  sameSiteNoneNotSecure,
  expired,
  expiryEmpty,
  expiryNotANumber,
  expiryNotPlainDigits,
  expiryNegative,
  expiryFraction,
  expiryNotSeconds,
  expiryPast9999,
  expiryZero,
  lifetimeOverAYear,
  lifetimeOver400Days,
  nameEmpty,
  nameControlCharacter,
  nameNotToken,
  nameDollar,
  nameQuoted,
  nameBrackets,
  nameNotAscii,
  nameUnusualCharacter,
  namePrefixBroken,
  valueControlCharacter,
  valueBlanksAtEnds,
  valueNeedsEncoding,
  valueQuoted,
  valueNotAscii,
  htmlEscaped,
  curlyQuotes,
  valueLegacyEscape,
  valueIsUndefined,
  valueIsIdentifier,
  valueHoldsPersonalData,
  sizeOverLimit,
  sizeNearLimit,
  setCookieOver4096,
  duplicateIdentity,
  namesDifferOnlyInCase,
  domainTwins,
  pathSlashTwins,
  pathShadowed,
  nameSentTwice,
  tooManyPerDomain,
  tooManyPerDomainRfc,
  tooManyPerDomainLegacy,
  requestHeaderLarge,
];

const BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule with this id, or nothing when there is none. */
export function ruleById(id: string): Rule | undefined {
  return BY_ID.get(id);
}
