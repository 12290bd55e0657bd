/** The order of the folders inside each root, lowest first; folders of one step do not import each other. */
const layers = {
  shared: [
    ['cookie'],
    ['table', 'purposes'],
    ['formats', 'rules'],
    ['clients'],
    ['exports', 'exporters'],
    ['document'],
    ['api'],
  ],
  main: [
    ['files'],
    ['settings', 'databases', 'profiles'],
    ['documents'],
    ['api'],
    ['web'],
    ['cli', 'electron'],
  ],
  renderer: [['client', 'ui'], ['state'], ['grid'], ['panels']],
} as const satisfies Readonly<Record<string, readonly (readonly string[])[]>>;
type Root = keyof typeof layers;

/** One import, both ends as paths from the project's folder; a package or a Node module has no slash at its start. */
export interface Import {
  readonly from: string;
  readonly to: string;
  readonly spelling: string;
}

function rootOf(file: string): Root | undefined {
  const [first] = file.split('/');
  return first === 'shared' || first === 'main' || first === 'renderer' ? first : undefined;
}

function rankOf(root: Root, folder: string): number {
  return layers[root].findIndex((step) => (step as readonly string[]).includes(folder));
}

/** What is wrong with an import, in words; undefined when the house style allows it. */
export function complaint({ from, to, spelling }: Import): string | undefined {
  const root = rootOf(from);
  if (root === undefined) return undefined;
  if (spelling === 'electron' && !from.startsWith('main/electron/'))
    return 'only main/electron imports electron';
  const target = rootOf(to);
  if (target === undefined) return undefined;
  if (target !== root) {
    if (target !== 'shared') return `${root} and ${target} do not import each other`;
    return spelling.startsWith('#shared/') ? undefined : 'another root is imported as #shared/…';
  }
  if (spelling.startsWith('#')) return 'inside a root imports are relative';
  const [, fromFolder = ''] = from.split('/');
  const [, toFolder = ''] = to.split('/');
  if (fromFolder === toFolder || !from.slice(root.length + 1).includes('/')) return undefined;
  const [fromRank, toRank] = [rankOf(root, fromFolder), rankOf(root, toFolder)];
  if (fromRank < 0 || toRank < 0) return `${fromRank < 0 ? fromFolder : toFolder} has no place in the order`;
  return fromRank > toRank ? undefined : `${fromFolder} may not import ${toFolder}`;
}
