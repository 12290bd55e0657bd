import type { AskedCookie, RequestPreview } from '#shared/document/verdicts/request-preview.ts';
import { counted } from './outputs.ts';
import { plainText } from './plain-text.ts';

/** What a client would send, and what it leaves out and why, as text. */
export function requestText(preview: RequestPreview): string {
  const { title, version, refusal, header, bytes, sent, leftOut, moreLeftOut } = preview;
  const lines = [`${title} ${version}:`];
  if (refusal !== undefined) lines.push(`  refuses the file: ${refusal.text}`);
  if (header === undefined) lines.push('  sends no cookie');
  else {
    lines.push(
      `  Cookie: ${plainText(header)}`,
      `  (${counted(sent.length, 'cookie')}, ${counted(bytes, 'byte')})`,
    );
  }
  for (const { line, name, reason } of leftOut) {
    const what = name === '' ? '(no name)' : plainText(name);
    lines.push(`  left out: line ${line}, ${what}: ${plainText(reason)}`);
  }
  if (moreLeftOut > 0) lines.push(`  left out: ${counted(moreLeftOut, 'more cookie')}`);
  return `${lines.join('\n')}\n`;
}

/** The same as data. Ids mean nothing outside; lines do. */
export function requestJson(preview: RequestPreview): object {
  return {
    ...preview,
    sent: preview.sent.map(told),
    leftOut: preview.leftOut.map((cookie) => ({ ...told(cookie), reason: cookie.reason })),
  };
}

function told({ line, name, domain, path, sameSite }: AskedCookie): object {
  return { line, name, domain, path, ...(sameSite !== undefined && { sameSite }) };
}
