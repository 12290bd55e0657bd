import { readProjectFile } from '../documents/project-file.ts';

/** The version of this program. */
export async function version(): Promise<string> {
  const text = Buffer.from(await readProjectFile('package.json')).toString('utf8');
  const found: unknown = Reflect.get(JSON.parse(text) as object, 'version');
  return typeof found === 'string' ? found : 'unknown';
}
