import { describe, expect, test } from 'vitest';
import { displayText } from '#shared/cookie/byte-string.ts';
import { copiedCommand } from '#shared/formats/copied-command.ts';
import { fixture, probeOf, readSource, readWell, textBytes } from '../../../conformance/format-reading.ts';

/** Each row in short: host, path, name and value, or what was kept. */
function rowsOf(bytes: Uint8Array): readonly string[] {
  return readWell(copiedCommand, bytes).rows.map(({ cookie, shown, reason }) => {
    if (cookie === undefined) return `${reason}: ${shown}`;
    const { domain, hostOnly, path, secureOnly, name, value } = cookie;
    return displayText(
      `${secureOnly ? 'https' : 'http'} ${hostOnly ? '' : '.'}${domain}${path} ${name}=${value}`,
    );
  });
}

const FIXTURES = {
  'chromium-bash.sh': [
    'https shop.example.com/ sid=second-word-on-it',
    "https shop.example.com/ name=it's-quoted",
    'https shop.example.com/ theme=dark-and-blue',
  ],
  'firefox-bash.sh': [
    'https forum.example.org/ member=token-of-a-member',
    'https forum.example.org/ lang=de-at-1',
  ],
  'safari.sh': ['http localhost/ local=only-for-this-machine'],
  'chromium-cmd.cmd': [
    'https shop.example.com/ sid=first-of-the-cookies',
    'https shop.example.com/ quoted="in-quotes"',
    'https shop.example.com/ odd=a&b|c^d',
    'https shop.example.com/ other=of-the-second',
  ],
  'chromium-powershell.ps1': [
    'https shop.example.com/ sid=first$of-the"cookies',
    'https .example.com/shop price=twenty-€',
  ],
  'wget.sh': [
    'https www.example.net/ sid=by-wget-itself',
    'https www.example.net/ b=c',
    'names-a-file: jar.txt',
  ],
  'httpie.sh': [
    'https www.example.net/ sid=by-httpie-itself',
    'https www.example.net/ more=less',
    'names-a-file: me',
  ],
  'curl-powershell.ps1': [
    'https www.example.net/ sid=typed-by-a-person',
    "https www.example.net/ it=isn''t",
    'names-a-file: extra.txt',
  ],
};

test.each(Object.entries(FIXTURES))('%s gives its cookies', (name, expected) => {
  expect(rowsOf(fixture(`formats/copied-command/${name}`))).toEqual(expected);
});

describe('a command', () => {
  test.each([
    ["curl https://a.example -bx=1 -H'Cookie: y=2' -sSLo out", ['x=1', 'y=2']],
    ['curl -o https://b.example a.example --cookie x=1', ['x=1']],
    ['curl --proxy http://p.example -e https://r.example -b x=1 https://a.example', ['x=1']],
    ["curl.exe 'https://a.example' -b 'x=1'", ['x=1']],
    ['http a.example Cookie:x=1 cookie:=3 q==4', ['x=1']],
    ['iwr https://a.example -Headers @{ Cookie = "x=1" }', ['x=1']],
    ['\ufeff  % curl https://a.example -b x=1 # told', ['x=1']],
    ['PS C:\\Users\\me> curl.exe https://a.example -b x=1', ['x=1']],
  ])('with its options in another manner is read: case %#', (text, expected) => {
    const bytes = textBytes(text);
    expect(copiedCommand.detect(probeOf(bytes))).toBe(true);
    const { rows } = readWell(copiedCommand, bytes);
    expect(rows.map(({ cookie }) => `${cookie?.name}=${cookie?.value}`)).toEqual(expected);
    const hosts = rows.map(({ cookie }) => cookie?.domain);
    expect(hosts.every((host) => host === 'a.example')).toBe(true);
  });

  test('is at its line', () => {
    const { rows, document } = readWell(copiedCommand, fixture('formats/copied-command/chromium-bash.sh'));
    expect(rows.map(({ origin }) => document.lineOf(origin))).toEqual([8, 1, 1]);
  });

  test.each([
    ["curl https://a.example -b 'x=1' | tee out", 'operator'],
    ["curl https://a.example -b 'x=1'; rm -r x", 'operator'],
    ["curl https://a.example -b 'x=1' > out", 'operator'],
    ["curl https://a.example -b 'x=1' && echo", 'operator'],
    ["curl https://a.example -b 'x=1' &", 'operator'],
    ['curl https://a.example -b "x=$(cat jar)"', 'expansion'],
    ['curl https://a.example -b x=$(cat jar)', 'expansion'],
    ['curl https://a.example -b "x=`cat jar`"', 'expansion'],
    ['curl https://a.example -b `cat jar`', 'expansion'],
    ['curl https://a.example -b "x=$TOKEN"', 'expansion'],
    ['curl https://a.example -b x=${TOKEN}', 'expansion'],
    ['curl ^"https://a.example^" -b ^"x=1^" ^\n  | more', 'operator'],
    ['curl ^"https://a.example^" -b ^"x=%TOKEN%^"', 'expansion'],
    ['curl.exe https://a.example `\n -b "x=$(Get-Content jar)"', 'expansion'],
    ['iwr https://a.example -Headers @{Cookie="x=$token"}', 'expansion'],
    ['iwr (Get-Content address.txt) -Headers @{Cookie="x=1"}', 'expansion'],
    ['iwr https://a.example -Headers @{Cookie="x=1"} | Out-File x', 'operator'],
    ["curl 'https://a.example -b x=1", 'unclosed-quote'],
    ['curl "https://a.example -b x=1', 'unclosed-quote'],
    ["curl https://a.example -b $'x=1", 'unclosed-quote'],
    ['curl ^"https://a.example -b ^"x=1^"', 'unclosed-quote'],
    ["curl https://a.example -b 'x=1'\nrm -r x", 'other-program'],
    ['$session = New-Object X\nRemove-Item x', 'other-program'],
    ['curl -b x=1', 'no-address'],
    ['curl ftp://a.example -b x=1', 'no-address'],
    ['curl https://a.example', 'no-cookies'],
    ['curl https://a.example -b jar.txt', 'only-a-file'],
    ['curl https://a.example -b @jar.txt', 'only-a-file'],
    ['curl https://a.example -K options.txt', 'only-a-file'],
    ['curl https://a.example -H @headers.txt', 'only-a-file'],
    ['wget --load-cookies jar.txt https://a.example', 'only-a-file'],
  ])('that is more than one is refused and says why: case %#', (text, fault) => {
    const bytes = textBytes(text);
    expect(copiedCommand.detect(probeOf(bytes))).toBe(true);
    expect(readSource(copiedCommand, bytes)).toEqual({ code: 'command', fault });
  });

  test('of a megabyte is refused', () => {
    const bytes = textBytes(`curl https://a.example -b 'x=${'1'.repeat(1 << 20)}'`);
    expect(readSource(copiedCommand, bytes)).toEqual({ code: 'too-large' });
  });
});

test.each([
  'curly braces',
  'http is a protocol',
  'wgetrc',
  'curl',
  'a curl https://a.example',
  'https://a.example',
])('"%s" is no command', (text) => {
  expect(copiedCommand.detect(probeOf(textBytes(text)))).toBe(false);
});
