import { PURPOSE_WORDS, PURPOSES } from '../../purposes/purpose.ts';
import { EXPIRY_BUCKETS } from '../overview/expiry-buckets.ts';
import { dateText, durationText } from '../moment.ts';
import { escaped, list, page, table } from './html.ts';
import type { Report, ReportEntry, ReportSite } from './report.ts';

const DAY = 86_400;
const YEAR_AND_MONTH = 395 * DAY;

const number = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** "1 cookie", "1,200 cookies". */
function counted(count: number, noun: string): string {
  return `${number(count)} ${noun}${count === 1 ? '' : 's'}`;
}

function share(count: number, of: number): string {
  const percent = of === 0 ? 0 : (100 * count) / of;
  return percent > 0 && percent < 1 ? 'below 1 %' : `${Math.round(percent)} %`;
}

/** A report as a page of its own, fit to be printed. Values are not in it. */
export function reportHtml(report: Report): string {
  const title = `Cookies in ${report.title}`;
  return page(
    title,
    [
      `<h1>${escaped(title)}</h1>`,
      `<p class="quiet">As of ${escaped(dateText(report.now, true))}. Made by Crumbs from a cookie file; cookie values are left out.</p>`,
      summary(report),
      purposes(report),
      lifetimes(report),
      questions(report),
      sites(report),
      method(report),
    ].join('\n'),
  );
}

function summary({ overview, parties, unread }: Report): string {
  const { entries, siteCount } = overview;
  const lines = [`${counted(entries, 'cookie')} of ${counted(siteCount, 'site')}.`];
  if (parties !== undefined) {
    const { site, first, third } = parties;
    lines.push(
      `Seen from ${escaped(site)}: ${number(first.count)} first-party (they belong to ${escaped(site)}), ${number(third.count)} third-party (they belong to others).`,
    );
  }
  if (unread > 0) lines.push(`${counted(unread, 'line')} of the file could not be read and are not counted.`);
  return `<h2>What is stored</h2>\n${lines.map((line) => `<p>${line}</p>`).join('\n')}`;
}

function purposes({ overview }: Report): string {
  const rows = PURPOSE_WORDS.flatMap((word) => {
    const found = overview.purposes.find(({ term }) => term === `purpose:${word}`);
    if (found === undefined || found.count === 0) return [];
    const { title, meaning } = PURPOSES[word];
    return [[title, number(found.count), share(found.count, overview.entries), meaning]];
  });
  return `<h2>What it is probably for</h2>\n${table('Cookies by probable purpose', ['Purpose', 'Cookies', 'Share', 'Meaning'], rows)}`;
}

function lifetimes({ overview }: Report): string {
  const { expiry, session, unreadable, entries } = overview;
  const within = (after: number, until: number): number =>
    EXPIRY_BUCKETS.reduce(
      (sum, bucket, at) =>
        bucket.after >= after && bucket.until <= until ? sum + (expiry[at]?.count ?? 0) : sum,
      0,
    );
  const rows = (
    [
      ['Until the browser is closed', session.count],
      ['Ended already', within(-Infinity, 0)],
      ['Up to 30 days more', within(0, 30 * DAY)],
      ['Up to 365 days more', within(30 * DAY, 365 * DAY)],
      ['Longer', within(365 * DAY, Infinity)],
      ['End cannot be read', unreadable],
    ] as const
  )
    .filter(([, count]) => count > 0)
    .map(([label, count]) => [label, number(count), share(count, entries)]);
  return `<h2>How long it stays</h2>\n${table('Cookies by the time that is left', ['Time left', 'Cookies', 'Share'], rows)}`;
}

/** What a person may want to ask, from what was counted. */
function questions({ overview, parties }: Report): string {
  const { longLived } = overview;
  const countOf = (word: string): number =>
    overview.purposes.find(({ term }) => term === `purpose:${word}`)?.count ?? 0;
  const asks: readonly (readonly [number, string, string])[] = [
    [
      countOf('analytics') + countOf('advertising'),
      'Cookies that probably serve analytics or advertising',
      'Was consent asked for before they were set?',
    ],
    [
      longLived.count,
      'Values that look like identifiers and stay for more than 13 months',
      'What are they needed for, and why for so long?',
    ],
    [
      parties?.third.count ?? 0,
      'Third-party cookies',
      'Which data go to those who set them, and on what ground?',
    ],
    [countOf('unknown'), 'Cookies whose names are not well known', 'What are they for?'],
  ];
  const items = asks.flatMap(([count, what, question]) =>
    count === 0 ? [] : [`${what}: ${number(count)}. ${question}`],
  );
  return items.length === 0 ? '' : `<h2>What one may ask</h2>\n${list(items)}`;
}

function sites(report: Report): string {
  const { unlisted } = report;
  const more =
    unlisted === 0
      ? ''
      : `<p class="quiet">${counted(unlisted, 'further cookie')} are counted above and not listed.</p>`;
  return `<h2>Cookies by site</h2>\n${report.sites.map((site) => siteTable(site, report.now)).join('\n')}${more}`;
}

function siteTable({ name, party, entries }: ReportSite, now: number): string {
  const shown = name === '' ? 'no domain' : name;
  const tag = party === undefined ? '' : ` <span class="tag">${party}-party</span>`;
  const rows = entries.map((entry) => [
    escaped(entry.name === '' ? 'no name' : entry.name),
    escaped(
      `${entry.domain}${entry.hostOnly ? ' alone' : ' and below'}${entry.path === '/' ? '' : `, ${entry.path}`}`,
    ),
    `${PURPOSES[entry.purpose].title}${entry.known === undefined ? '' : `. ${escaped(entry.known)}`}`,
    escaped(endOf(entry, now)),
    escaped(markings(entry)),
  ]);
  return `<h3>${escaped(shown)}${tag}</h3>\n${table(`Cookies of ${shown}`, ['Name', 'Sent to', 'Purpose', 'Stays until', 'Notes'], rows)}`;
}

function endOf({ expires, expiryUnreadable }: ReportEntry, now: number): string {
  if (expiryUnreadable) return 'cannot be read';
  if (expires === undefined) return 'the browser is closed';
  if (expires <= now) return `${dateText(expires)} (ended)`;
  return `${dateText(expires)} (${durationText(expires - now)})`;
}

function markings({ secureOnly, httpOnly, longLivedId }: ReportEntry): string {
  return [
    ...(longLivedId ? ['looks like a long-lived identifier'] : []),
    ...(secureOnly ? [] : ['also sent without encryption']),
    ...(httpOnly ? ['hidden from scripts'] : []),
  ].join('; ');
}

function method({ parties }: Report): string {
  return `<h2>Method and limits</h2>\n${list([
    'The cookies are those of one cookie file, as it stood at the date above. What a browser stores in other ways (local storage, databases, caches) is not in such a file.',
    'A purpose is told by the cookie’s name, and for some names by its domain, from a table of well-known names that comes with Crumbs. Any site may use any name: read “probably”. Nothing was looked up on a network.',
    'Time left counts from the date above. When a cookie was set, and for how long at first, is not in the file.',
    `A value looks like an identifier when it has 16 characters or more of letters, digits, “-”, “.” or “_”, with a digit among them; long-lived is one that stays for more than ${YEAR_AND_MONTH / DAY} days.`,
    parties === undefined
      ? 'No site was named, so first- and third-party are not told apart.'
      : `First-party is what belongs to the registrable domain ${escaped(parties.site)} by the public suffix list. Whether another domain belongs to the same company is not known.`,
    'Whether consent was given, and what happens with the data afterwards, cannot be seen in a cookie file. This is no legal advice.',
  ])}`;
}
