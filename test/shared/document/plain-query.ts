import { displayText } from '#shared/cookie/byte-string.ts';
import { canonicalHost } from '#shared/cookie/canonical-host.ts';
import { registrableDomain } from '#shared/cookie/site-of.ts';
import type { CookieDocument } from '#shared/document/cookie-document.ts';
import { parseQuery } from '#shared/document/query/parse-query.ts';
import type { Leaf, Query } from '#shared/document/query/query.ts';
import { purposeOf } from '#shared/purposes/purpose-of.ts';

/** What a condition means, written down as plainly as can be. */
function means(document: CookieDocument, leaf: Leaf, id: number): boolean {
  const { table, lines, judge } = document;
  const row = lines.row(id);
  const kind = document.kind(id);
  const entry = kind === 'entry' ? table.cookie(row) : undefined;
  const text = (bytes: string): string => displayText(bytes).toLowerCase();
  const expiry = table.columns.expiry[row] ?? NaN;
  switch (leaf.kind) {
    case 'text': {
      const wanted = leaf.text.toLowerCase();
      if (entry === undefined) return leaf.field === undefined && text(table.line(row)).includes(wanted);
      if (leaf.field === 'site') {
        const site = table.hosts.siteText(table.hosts.site(table.columns.host[row] ?? 0));
        return text(site) === wanted;
      }
      const raw = table.rawEntry(row);
      if (leaf.whole && leaf.field !== undefined) {
        return leaf.field === 'domain'
          ? text(entry.domain) === wanted
          : displayText(raw[leaf.field]) === leaf.text;
      }
      // A full stop in front stands for the beginning of a label, so that it finds the host itself too.
      if (leaf.field === 'domain') return `.${text(entry.domain)}`.includes(wanted);
      const fields = leaf.field === undefined ? (['domain', 'path', 'name', 'value'] as const) : [leaf.field];
      return fields.some((field) => text(raw[field]).includes(wanted));
    }
    case 'pattern': {
      const pattern = new RegExp(leaf.pattern.source, 'iu');
      if (entry === undefined) return leaf.field === undefined && pattern.test(displayText(table.line(row)));
      const raw = table.rawEntry(row);
      const { host } = table.columns;
      const site = table.hosts.siteText(table.hosts.site(host[row] ?? 0));
      const fields = leaf.field === undefined ? (['domain', 'path', 'name', 'value'] as const) : [leaf.field];
      return fields.some((field) => {
        if (field === 'site') return pattern.test(displayText(site));
        return pattern.test(displayText(field === 'domain' ? entry.domain : raw[field]));
      });
    }
    case 'flag':
      switch (leaf.word) {
        case 'httponly':
          return entry?.httpOnly === true;
        case 'secure':
          return entry?.secureOnly === true;
        case 'hostonly':
          return entry?.hostOnly === true;
        case 'session':
          return entry !== undefined && expiry === 0;
        case 'expired':
          return entry?.expiryTime !== undefined && entry.expiryTime <= document.now;
        case 'problem':
          return judge.findings.severity(row) <= 1;
        case 'long-lived-id':
          return (
            entry?.expiryTime !== undefined &&
            entry.expiryTime > document.now + 395 * 86_400 &&
            /^(?=.*[0-9])[\w.-]{16,}$/.test(entry.value)
          );
      }
      break;
    case 'purpose':
      return (
        entry !== undefined && (purposeOf(entry.name, entry.domain)?.category ?? 'unknown') === leaf.purpose
      );
    case 'party': {
      const own = entry !== undefined && registrableDomain(canonicalHost(entry.domain) ?? '') === leaf.site;
      return entry !== undefined && own === (leaf.word === 'first-party');
    }
    case 'client':
      throw new Error('what clients say is tested with their verdicts');
    case 'line':
      if (leaf.word === 'edited' || leaf.word === 'added') return document.state(id) === leaf.word;
      return leaf.word === 'external' ? document.external(id) : kind === leaf.word;
    case 'expires': {
      const at = leaf.moment.kind === 'relative' ? document.now + leaf.moment.seconds : leaf.moment.from;
      return (
        entry?.expiryTime !== undefined &&
        (leaf.comparison === '<' ? entry.expiryTime < at : entry.expiryTime > at)
      );
    }
    case 'expiresBetween': {
      const first = leaf.first?.kind === 'relative' ? leaf.first.seconds : 0;
      const last = leaf.last.kind === 'relative' ? leaf.last.seconds : 0;
      const left = (entry?.expiryTime ?? NaN) - document.now;
      return left > first && left <= last;
    }
    case 'size':
      return entry !== undefined && entry.name.length + entry.value.length > leaf.bytes;
    case 'rule':
      return judge.findings.has(row, judge.findings.indexOf(leaf.rule));
    case 'severity':
      return judge.findings
        .rulesOf(row)
        .some((rule) => judge.findings.rules[rule]?.severity === leaf.severity && judge.findings.shown(rule));
  }
}

function naive(document: CookieDocument, query: Query, id: number): boolean {
  if (query.kind === 'leaf') return means(document, query.leaf, id);
  if (query.kind === 'not') return !naive(document, query.term, id);
  const fits = (term: Query): boolean => naive(document, term, id);
  return query.kind === 'and' ? query.terms.every(fits) : query.terms.some(fits);
}

/** Do queries like this one show comments and blank lines at all? */
function showsAll(query: Query): boolean {
  if (query.kind === 'not') return false;
  if (query.kind !== 'leaf') return query.terms.some(showsAll);
  const { leaf } = query;
  return (
    ['line', 'rule', 'severity'].includes(leaf.kind) || (leaf.kind === 'flag' && leaf.word === 'problem')
  );
}

/** The lines that a query asks for, found by a plain look at each. */
export function plainMatches(document: CookieDocument, text: string): number[] {
  const parsed = parseQuery(text).query;
  return [...document.lines.ids()].filter((id) => {
    const kind = document.kind(id);
    return (showsAll(parsed) || kind === 'entry' || kind === 'unparsed') && naive(document, parsed, id);
  });
}
