import { argumentsOf, type CommandRequest, type OptionTable, RequestBuilder } from './command-request.ts';
import type { CommandWords } from './command-text.ts';

/** Of GNU Wget 1.25 and wget2. */
const OPTIONS: OptionTable = {
  letters: 'aABDeiIloOPQRtTUwX',
  names: new Set(
    `accept accept-regex append-output base bind-address body-data body-file ca-certificate ca-directory certificate certificate-type
    config connect-timeout cut-dirs default-page directory-prefix dns-timeout domains exclude-directories exclude-domains execute
    follow-tags header header-file http-password http-user ignore-tags include-directories input-file level limit-rate load-cookies
    local-encoding method output-document output-file password post-data post-file private-key proxy-password proxy-user quota
    read-timeout referer reject reject-regex remote-encoding restrict-file-names retry-connrefused save-cookies secure-protocol
    timeout tries user user-agent wait waitretry`.split(/\s+/),
  ),
};

/** What a wget command says: `--header='Cookie: …'`; the file of `--load-cookies` is not read. */
export function readWget(command: CommandWords): CommandRequest {
  const builder = new RequestBuilder();
  for (const { option, value } of argumentsOf(command.words, OPTIONS)) {
    if (option === undefined) builder.address(value);
    else if (option === 'header') builder.header(value);
    else if (option === 'load-cookies' || option === 'config') builder.files.push(value);
  }
  return builder.request(command);
}
