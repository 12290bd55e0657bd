import type { ByteString } from '../../cookie/byte-string.ts';
import { argumentsOf, type CommandRequest, type OptionTable, RequestBuilder } from './command-request.ts';
import type { CommandWords } from './command-text.ts';

/** Of HTTPie 3. */
const OPTIONS: OptionTable = {
  letters: 'aAopPs',
  names: new Set(
    `auth auth-type boundary cert cert-key cert-key-pass ciphers default-scheme format-options max-headers max-redirects output path
    pretty print proxy raw response-charset response-mime session session-read-only ssl style timeout verify`.split(
      /\s+/,
    ),
  ),
};

/** What an `http` or `https` command says: the item `Cookie:…`; the file of a session is not read. */
export function readHttpie(command: CommandWords): CommandRequest {
  const builder = new RequestBuilder();
  const operands: ByteString[] = [];
  let scheme = /^https/i.test(command.words[0] ?? '') ? 'https' : 'http';
  for (const { option, value } of argumentsOf(command.words, OPTIONS)) {
    if (option === undefined) operands.push(value);
    else if (option === 'default-scheme') scheme = value;
    else if (option === 'session' || option === 'session-read-only') builder.files.push(value);
  }
  const [first = '', ...others] = operands;
  const hasMethod = /^[a-z]+$/i.test(first) && others.length > 0 && first !== 'localhost';
  const [address, ...items] = hasMethod ? others : operands;
  if (address !== undefined) builder.address(addressOf(address, scheme));
  for (const item of items) if (!/^cookie:=/i.test(item)) builder.header(item);
  return builder.request(command);
}

/** `:8000/path` is this very machine, and the scheme may be left out. */
function addressOf(address: ByteString, scheme: string): ByteString {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(address)) return address;
  const local = /^:(?!:)(\d*)(.*)$/s.exec(address);
  if (local === null) return `${scheme}://${address.replace(/^:\/\//, '')}`;
  const [, port = '', path = ''] = local;
  return `${scheme}://localhost${port === '' ? '' : `:${port}`}${path}`;
}
