import type { EpochSeconds } from '../../cookie/cookie.ts';
import { isIpAddress } from '../../cookie/ip-address.ts';
import { dateText } from '../moment.ts';
import type { FieldValue } from './field-value.ts';

const FAR = 400 * 86_400;

/** What is unwise about a text that can be written: one sentence each. */
export function fieldWarnings(value: FieldValue, now: EpochSeconds): string[] {
  const warnings: string[] = [];
  const warn = (when: boolean, sentence: string): void => {
    if (when) warnings.push(sentence);
  };
  switch (value.field) {
    case 'value':
      warn(/;/.test(value.bytes), 'A semicolon ends the value in a Cookie header: the rest is lost.');
      warn(
        /[\s",\\]/.test(value.bytes),
        'Blanks, commas, quotation marks and backslashes are not allowed in a value.',
      );
      warn(/[\x80-\xff]/.test(value.bytes), 'Only ASCII is safe in a value.');
      warn(/[\x01-\x1f\x7f]/.test(value.bytes), 'Clients drop cookies with control characters.');
      break;
    case 'name':
      warn(value.bytes === '', 'Clients disagree about cookies without a name.');
      warn(
        /[^!#$%&'*+\-.^_`|~0-9A-Za-z]/.test(value.bytes),
        'The name has characters that are not allowed in one.',
      );
      break;
    case 'path':
      warn(!value.bytes.startsWith('/'), 'A path that does not begin with / is read as / or never matches.');
      break;
    case 'domain':
      warn(/[A-Z]/.test(value.bytes), 'Domains are written in lower case.');
      warn(/[^\x21-\x7e]/.test(value.bytes), 'A domain with other letters is written in punycode (xn--…).');
      warn(/[/?:]/.test(value.bytes) && !isIpAddress(value.bytes), 'A domain has neither a port nor a path.');
      warn(value.dotted && isIpAddress(value.bytes), 'An IP address has no subdomains.');
      break;
    case 'expires':
      if (value.time !== undefined && value.unit !== undefined) {
        warnings.push(`Read as ${value.unit}: ${dateText(value.time, true)}. The file gets seconds.`);
      }
      warn(value.time !== undefined && value.time <= now, 'The time has passed: the cookie is expired.');
      warn(
        value.time !== undefined && value.time > now + FAR,
        'Browsers keep no cookie longer than 400 days.',
      );
      break;
    default:
      break;
  }
  return warnings;
}
