import { CLIENTS } from '../../../../shared/clients/registry.ts';
import { RECEIVERS } from '../../../../shared/clients/receivers.ts';
import { GRAMMAR, VOCABULARY } from '../../../../shared/document/query/vocabulary.ts';
import type { QueryWord } from '../../../../shared/document/query/vocabulary.ts';
import { EXPORT_TARGETS } from '../../../../shared/exports/registry.ts';
import { SHELLS } from '../../../../shared/exports/shells/registry.ts';
import { EXPORTERS } from '../../../../shared/exporters/registry.ts';
import type { Format } from '../../../../shared/formats/format.ts';
import { FORMATS, WRITABLE_FORMATS } from '../../../../shared/formats/registry.ts';
import { COMMANDS } from '../../../../main/cli/commands.ts';
import { EXIT_HELP, GENERAL } from '../../../../main/cli/help-text.ts';

const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;
const line = (text: string): string => text.replaceAll('|', '\\|');

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const written = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [written(headings), written(headings.map(() => '---')), ...rows.map(written)].join('\n');
}

const wordRows = (words: readonly QueryWord[]) => words.map(({ word, means }) => [code(word), line(means)]);

function queryPage(): string {
  return `# The query language

Type text to find it in domain, path, name and value, in any case. Conditions narrow it down; side by side all of them must
hold. The field completes words as you type, says what the query means, and underlines what it cannot read. The same language
works in ${code('crumbs list --query')} and ${code('crumbs export --query')}. A query with its order and columns can be kept as a view.

## Conditions

Lines that …

${table(['Word', 'Means'], wordRows(VOCABULARY))}

## Putting them together

${table(['Typed', 'Means'], wordRows(GRAMMAR))}

## Examples

- ${code('domain:example.com -httponly expires<7d')}: cookies of a site that scripts can read and that die this week.
- ${code('dropped-by:wget')}: what wget would not load.
- ${code('(site:example.com or site:example.org) secure')}: of either site, sent over HTTPS only.
- ${code('name:/^_g(a|id)$/ size>100')}: names by a regular expression, and not small.
`;
}

function programsPage(): string {
  const programs = CLIENTS.map(({ title, versions, limits }) => {
    const known = versions
      .map(({ id, debian12 }) => (debian12 === true ? `${id} (Debian 12)` : id))
      .join(', ');
    return `## ${title}\n\nReleases: ${known}.\n\n${limits.map((limit) => `- ${limit}`).join('\n')}`;
  });
  const writers = EXPORTERS.map(({ title }) => title)
    .toSorted()
    .join(', ');
  return `# What each program accepts

Crumbs knows, for the releases below, whether a program loads a cookie file at all, what becomes of each entry and why, and
which header a request would carry. The inspector shows that for the entry under the cursor, the column *Accepted by* for all of them, and
${code('crumbs verdict')} on the command line. Choose the programs that you care about in Settings. What the models leave out is said
with each.

${programs.join('\n\n')}

## Browsers

They load no cookie file; Crumbs tells what they send, and what they make of ${code('Set-Cookie')} headers: ${RECEIVERS.map(({ title }) => title).join(', ')}.

## Programs that write cookie files

Files of these are recognised, and the damage that they do is offered to be repaired: ${writers}.
`;
}

function formatsPage(): string {
  const rows = (formats: readonly Format[]) =>
    formats.map(({ name, extensions, carries }) => [
      name,
      extensions.map((extension) => code(`.${extension}`)).join(', '),
      carries.join(', '),
    ]);
  const copied = FORMATS.filter(({ kind }) => kind === 'import');
  const targets = EXPORT_TARGETS.map(({ id, name, description }) => [name, code(id), line(description)]);
  const shells = SHELLS.map(({ id, name }) => `${name} (${code(id)})`).join(', ');
  return `# Formats

## Opened and written

A file is recognised by its content. *Save As…* and ${code('crumbs convert')} say what the other format cannot carry.

${table(['Format', 'Endings', 'Carries'], rows(WRITABLE_FORMATS))}

Netscape files may be UTF-8, UTF-16 or one byte a character, with LF, CRLF or CR: they stay as they are. Lines that are no
entries are kept, shown and explained.

## Opened as a copy

These are read and never written to: the document is a copy, and *Save* asks for a format and a place of its own.

${table(['Source', 'Endings', 'Carries'], rows(copied))}

Of an **HTTP archive** the cookies are read that the browser held at its end: what responses set, a later one over an earlier one,
without what they deleted; and what was only sent, of which most programs write no more than name and value. What browsers refuse
to store is listed, and no cookie. Bodies are passed over.

A **command** is taken apart and never run. One that would need its shell (variables, ${code('$(…)')}, pipes) is refused with the reason, and a
file that it names (${code('-b jar.txt')}, ${code('-K')}, ${code('--load-cookies')}) is named, not read. Its cookies are for the host of its address alone.

A **table** (CSV, TSV, of Excel and LibreOffice too) needs columns for name, value and domain under any usual names. Where the names
do not tell, the window asks what each column holds, and the command line takes ${code('--columns name,value,domain')}. One with a column for
every attribute, as Crumbs writes it, is written back instead. Nothing is taken away from a value, not even an apostrophe before a formula.

Of a **store of another browser** (Safari, Opera up to 12, Internet Explorer up to 9, Konqueror, ELinks) that is cut off or damaged, what is whole is
read; each part that is not is listed with the reason, and so is a checksum that does not fit. Internet Explorer does not say whether
a cookie is for its host alone; its cookies are read as it sends them, to subdomains too. In ELinks one whose server is its domain is for that host alone.
The files of lynx, Dillo and uzbl are Netscape files.

Of **programs for APIs** the cookies are read that their files hold: all jars of an export of Insomnia (JSON, not the newer YAML), the responses that
a collection of Postman keeps as examples, and the store of Bruno, whose values are mostly encrypted and then listed as such.

## Exported

${table(['Target', 'For `--to`', 'What it is'], targets)}

A command is written for one shell: ${shells}. The first two are tested with the shells themselves; commands for PowerShell and
cmd follow their documented rules and are read back by a second reading of these, but Crumbs is not run on Windows. Text that a
shell might change is refused, with what to do instead. Values stand in a file, and in the command or the code only on request.

What a target cannot carry, or takes otherwise than a browser does, is said before anything is written. With ${code('--strict')} the
command line then writes nothing and exits with 1. Cookies for other addresses than the one of a command are no loss.
`;
}

/** How the commands go together with programs that spread work. */
const PIPES = `## In pipes and on many machines

${code('--ndjson')} prints one JSON object a line: a finding (check), an entry (list), what a client makes of a file (verdict). Values are left
out; of each entry there is ${code('valueHash')}, equal where the values are equal: HMAC-SHA256 with a key of your own, since a plain hash of
${code('1')} or ${code('en')} is found by trying. Give several machines one key with ${code('--hash-key FILE')}. ${code('--jobs N')} works on several files at a
time in one process; the output keeps the order of the files.

    crumbs list ~/jars --ndjson > entries.ndjson
    duckdb -c "select domain, count(*), count(distinct valueHash) from 'entries.ndjson' group by all order by 2 desc"
    find /srv -name '*.txt' -print0 | parallel -0 -X --keep-order crumbs check --ndjson --quiet > findings.ndjson
    crumbs check ~/jars --sarif --fail-on none > findings.sarif

    # Spark: each partition of file names through one process
    names.pipe("xargs -d '\\\\n' crumbs list --ndjson --quiet --hash-key /etc/crumbs.key").map(json.loads)`;

function commandLinePage(): string {
  const commands = COMMANDS.map(({ name, usage, summary, options }) => {
    const rows = Object.entries(options).map(([option, { argument, help }]) => [
      code(argument === undefined ? `--${option}` : `--${option} ${argument}`),
      line(help),
    ]);
    const given = rows.length === 0 ? '' : `\n\n${table(['Option', 'What it does'], rows)}`;
    return `## crumbs ${name}\n\n${summary}.\n\n    crumbs ${name} ${usage}${given}`;
  });
  const codes = Object.entries(EXIT_HELP).map(([exit, text]) => `- ${code(exit)}: ${line(text)}`);
  return `# Command line

The command ${code('crumbs')} does most of what the window does, with the same rules, models and safe saves. ${code('crumbs help COMMAND')} says
more of each, ${code('crumbs completion')} makes the Tab key know them, and the manual page is ${code('man -l resources/man/crumbs.1')}.

${GENERAL.map(line).join('\n\n')}

Exit codes, the worst of all files:

${codes.join('\n')}

${PIPES}

${commands.join('\n\n')}
`;
}

/** The help pages that are made of what the program knows, by file name. */
export const generatedPages: Readonly<Record<string, () => string>> = {
  'query-language.md': queryPage,
  'programs.md': programsPage,
  'formats.md': formatsPage,
  'command-line.md': commandLinePage,
};
