import { base64Of, bytesFromBase64 } from './base64.ts';

/** Asks the person for files through the browser's own dialog; an empty list when they think better of it. */
export function chooseFiles(): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

/** A file as its name and its bytes. */
export async function givenBytes(file: File): Promise<{ readonly name: string; readonly base64: string }> {
  return { name: file.name, base64: await base64Of(file) };
}

/** Asks for one file in the same way. */
export async function chooseBytes(): Promise<Awaited<ReturnType<typeof givenBytes>> | undefined> {
  const [file] = await chooseFiles();
  return file && givenBytes(file);
}

const REVOKE_AFTER = 60_000;

/** Hands bytes to the person as a download. */
export function download(name: string, base64: string): void {
  const url = URL.createObjectURL(new Blob([bytesFromBase64(base64)], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER);
}
