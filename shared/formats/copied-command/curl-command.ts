import { argumentsOf, type CommandRequest, type OptionTable, RequestBuilder } from './command-request.ts';
import type { CommandWords } from './command-text.ts';

/** Of curl 8.17; options that came later and take a value would have it taken for an address. */
const OPTIONS: OptionTable = {
  letters: 'AbcCdDeEFhHKmoPQrtTuUwxXyYz',
  names: new Set(
    `abstract-unix-socket alt-svc aws-sigv4 cacert capath cert cert-type ciphers config connect-timeout connect-to continue-at cookie
    cookie-jar create-file-mode crlfile curves data data-ascii data-binary data-raw data-urlencode delegation dns-interface dns-ipv4-addr
    dns-ipv6-addr dns-servers doh-url dump-header ech egd-file engine etag-compare etag-save expect100-timeout form form-string
    ftp-account ftp-alternative-to-user ftp-method ftp-port ftp-ssl-ccc-mode happy-eyeballs-timeout-ms haproxy-clientip header hostpubmd5
    hostpubsha256 hsts httpd interface ip-tos ipfs-gateway json keepalive-cnt keepalive-time key key-type krb libcurl limit-rate
    local-port login-options mail-auth mail-from mail-rcpt max-filesize max-redirs max-time netrc-file noproxy oauth2-bearer output
    output-dir parallel-max pass pinnedpubkey preproxy proto proto-default proto-redir proxy proxy-cacert proxy-capath proxy-cert
    proxy-cert-type proxy-ciphers proxy-crlfile proxy-header proxy-key proxy-key-type proxy-pass proxy-pinnedpubkey proxy-service-name
    proxy-tls13-ciphers proxy-tlsauthtype proxy-tlspassword proxy-tlsuser proxy-user proxy1.0 pubkey quote random-file range rate referer
    request request-target resolve retry retry-delay retry-max-time sasl-authzid service-name socks4 socks4a socks5 socks5-gssapi-service
    socks5-hostname speed-limit speed-time stderr telnet-option tftp-blksize time-cond tls-max tls13-ciphers tlsauthtype tlspassword
    tlsuser trace trace-ascii trace-config unix-socket upload-file upload-flags url url-query user user-agent variable vlan-priority
    write-out`.split(/\s+/),
  ),
};

/** What a curl command says: `-b name=value`, `-H 'Cookie: …'`; a value of `-b` without "=" is the name of a file. */
export function readCurl(command: CommandWords): CommandRequest {
  const builder = new RequestBuilder();
  for (const { option, value } of argumentsOf(command.words, OPTIONS)) {
    switch (option) {
      case undefined:
      case 'url':
        builder.address(value);
        break;
      case 'b':
      case 'cookie':
        if (value.startsWith('@') || !value.includes('=')) builder.files.push(value.replace(/^@/, ''));
        else builder.headers.push(value);
        break;
      case 'H':
      case 'header':
        if (value.startsWith('@')) builder.files.push(value.slice(1));
        else builder.header(value);
        break;
      case 'K':
      case 'config':
        builder.files.push(value);
        break;
      default:
    }
  }
  return builder.request(command);
}
