import { describe, expect, test } from 'vitest';
import { chooseSender, type ChosenSender } from '#shared/clients/receivers.ts';
import type { RequestPreview, RequestQuestion } from '#shared/document/verdicts/request-preview.ts';
import { previewRequest } from '#shared/document/verdicts/request-preview.ts';
import { finish } from '#shared/table/progress.ts';
import { HEADER, line, NOW, open } from './open-for-test.ts';

const FUTURE = '1893456000';

function sender(text: string): ChosenSender {
  const chosen = chooseSender(text);
  if ('refused' in chosen) throw new Error(`no sender ${text}`);
  return chosen;
}

function asked(
  text: string,
  question: Partial<RequestQuestion> & { readonly url: string },
  who = 'chromium',
): RequestPreview {
  const answer = finish(previewRequest(open(text), { reveal: false, ...question }, [sender(who)]));
  if ('refused' in answer || answer[0] === undefined) throw new Error('no answer');
  return answer[0];
}

const names = ({ sent }: RequestPreview): readonly string[] => sent.map(({ name }) => name);
const reasons = ({ leftOut }: RequestPreview): readonly (readonly [number, string])[] =>
  leftOut.map(({ line: at, reason }) => [at, reason]);

test('a browser sends longer paths first, and leaves out other hosts behind those of the host', () => {
  const text =
    HEADER +
    line(`other.example.org FALSE / FALSE ${FUTURE} elsewhere 1`) +
    line(`.example.com TRUE / FALSE ${FUTURE} wide 2`) +
    line(`.EXAMPLE.com TRUE /app FALSE ${FUTURE} deep 3`) +
    line(`www.example.com FALSE / TRUE ${FUTURE} safe 4`);
  const preview = asked(text, { url: 'http://www.example.com/app/x', reveal: true });
  expect(preview).toMatchObject({ client: 'chromium', header: 'deep=3; wide=2', bytes: 14 });
  expect(reasons(preview).map(([at]) => at)).toEqual([5, 2]);
  expect(names(asked(text, { url: 'https://www.example.com/' }))).toEqual(['wide', 'safe']);
});

test('the later of two entries for one cookie is held, as an import would have it', () => {
  const text = HEADER + line(`.a.example TRUE / FALSE ${FUTURE} sid 1`).repeat(2);
  const preview = asked(text, { url: 'https://a.example/' });
  expect(preview.sent.map(({ line: at }) => at)).toEqual([3]);
  expect(reasons(preview)).toEqual([[2, 'line 3 replaces it']]);
});

test('what no browser stores is left out with the reason', () => {
  const text =
    HEADER +
    line(`.a.example TRUE / FALSE ${FUTURE} __Secure-id 1`) +
    line(`.a.example TRUE / FALSE ${FUTURE} list 1;2`) +
    line(`.com TRUE / FALSE ${FUTURE} wide 1`) +
    line(`.a.example TRUE / FALSE 1 old 1`);
  const ofSite = reasons(asked(text, { url: 'https://a.example/' }));
  expect(ofSite.map(([at]) => at)).toEqual([2, 3, 5, 4]);
  expect(ofSite[1]?.[1]).toContain('semicolon');
  expect(ofSite[2]?.[1]).toBe('it has expired');
  const [refused] = reasons(asked(text, { url: 'https://x.com/' }));
  // A domain that is a public suffix is taken for that host alone.
  expect(refused?.[1]).toBe('it belongs to another host alone');
});

const JSON_TEXT = JSON.stringify(
  (['strict', 'lax', 'none', undefined] as const).map((sameSite) => ({
    name: sameSite ?? 'unsaid',
    value: 'v',
    domain: 'a.example',
    path: '/',
    secure: true,
    httpOnly: false,
    expires: Number(FUTURE),
    ...(sameSite !== undefined && { sameSite: `${sameSite[0]?.toUpperCase()}${sameSite.slice(1)}` }),
  })),
);

describe.each([
  ['chromium', 'GET', 'cross-site', ['lax', 'none', 'unsaid']],
  ['chromium', 'POST', 'cross-site', ['none']],
  ['chromium', 'GET', 'embedded', []],
  ['firefox', 'POST', 'cross-site', ['none', 'unsaid']],
  ['firefox', 'GET', 'same-site', ['strict', 'lax', 'none', 'unsaid']],
  ['rfc6265bis', 'GET', 'embedded', ['none']],
] as const)('%s with %s, %s', (who, method, initiator, expected) => {
  test('sends what SameSite lets through', () => {
    const preview = asked(JSON_TEXT, { url: 'https://a.example/', method, initiator }, who);
    expect(names(preview)).toEqual(expected);
    expect(preview.refusal).toBeUndefined();
  });
});

test('SameSite is told only where the format can say it', () => {
  const [first] = asked(JSON_TEXT, { url: 'https://a.example/' }).sent;
  expect(first?.sameSite).toBe('strict');
  const [plain] = asked(HEADER + line(`a.example FALSE / FALSE ${FUTURE} a b`), {
    url: 'https://a.example/',
  }).sent;
  expect(plain).toBeDefined();
  expect(plain).not.toHaveProperty('sameSite');
});

test.each([
  ['', 'not-an-address'],
  ['https://', 'no-host'],
  ['file:///etc/passwd', 'other-scheme'],
  ['https://a b/', 'not-an-address'],
])('the address %j is refused in plain words', (url, refused) => {
  const answer = finish(previewRequest(open(HEADER), { url, reveal: false }, [sender('firefox')]));
  expect('refused' in answer).toBe(true);
  if (refused !== 'not-an-address') expect(answer).toEqual({ refused });
});

test('hosts of other alphabets and IPv6 addresses are found', () => {
  const text =
    HEADER +
    line(`xn--bcher-kva.example FALSE / FALSE ${FUTURE} book 1`) +
    line(`::1 FALSE / FALSE ${FUTURE} six 1`);
  expect(names(asked(text, { url: 'https://BÜCHER.example/' }))).toEqual(['book']);
  expect(names(asked(text, { url: 'http://[::1]:8080/' }))).toEqual(['six']);
});

test('a clock far off is no trouble', () => {
  const document = open(HEADER + line(`a.example FALSE / FALSE ${FUTURE} a b`));
  for (const now of [-1e12, 0, NOW, 1e12]) {
    finish(document.setNow(now));
    const question = { url: 'https://a.example/', reveal: false };
    const answer = finish(previewRequest(document, question, [sender('chromium')]));
    expect('refused' in answer ? [] : answer[0]?.sent.length).toBe(now > Number(FUTURE) ? 0 : 1);
  }
});
