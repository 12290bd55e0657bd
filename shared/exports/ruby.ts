import { headerExportTarget } from './header-export-target.ts';
import { singleQuoted } from './literals.ts';

/** Ruby takes an address by the letter of RFC 3986: what browsers leave as it is must be escaped, but for an IPv6 host. */
function strictAddress(address: string): string {
  const [origin = ''] = /^\w+:\/\/[^/]*/.exec(address) ?? [];
  return origin + address.slice(origin.length).replace(/[^\w.~!$&'()*+,;=:@%/?-]/g, encodeURIComponent);
}

function program(cookie: string, address: string): string {
  return [
    "require 'net/http'",
    '',
    `uri = URI(${singleQuoted(strictAddress(address))})`,
    'request = Net::HTTP::Get.new(uri)',
    `request['Cookie'] = ${cookie}`,
    "options = { use_ssl: uri.scheme == 'https' }",
    'response = Net::HTTP.start(uri.hostname, uri.port, options) { |http| http.request(request) }',
    'puts response.code, response.body',
  ].join('\n');
}

/** The cookies of one request in a file, and Ruby that sends them. */
export const ruby = headerExportTarget({
  id: 'ruby',
  name: 'Ruby',
  description: 'The cookies for an address in a file, and a Ruby script that sends them with net/http.',
  kind: 'code',
  usedBy: ({ fileName, address }) => ({
    code: program(`File.binread(${singleQuoted(fileName)}).chomp`, address),
  }),
  inline: (pairs, address) => program(singleQuoted(pairs), address),
});
