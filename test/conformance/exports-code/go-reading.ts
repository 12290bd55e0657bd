const STRING = /"(?:[^"\\\n]|\\.)*"/g;
const PACKAGES = /(?<![\w."])(fmt|io|http|os|strings)\.[A-Z]/g;

/** What is wrong with a small Go program, by the rules of its specification that such a program can break; it is not compiled. */
export function goTroubles(code: string): readonly string[] {
  const bare = code.replace(STRING, '""');
  const imports = [
    ...(/import \(\n((?:\t".*"\n)+)\)/.exec(code)?.[1] ?? '').matchAll(/"((?:\w+\/)?(\w+))"/g),
  ];
  const paths = imports.map(([, path = '']) => path);
  const imported = imports.map(([, , name = '']) => name);
  const used = new Set([...bare.matchAll(PACKAGES)].map(([, name = '']) => name));
  const declared = [...bare.matchAll(/^\t((?:\w+, )?\w+) := /gm)].map(([, names = '']) => names.split(', '));
  const known = new Set<string>();
  const stale = declared.filter((names) => {
    const isStale = names.every((name) => known.has(name));
    for (const name of names) known.add(name);
    return isStale;
  });
  return [
    ...(code.startsWith('package main\n') ? [] : ['no package clause']),
    ...imported.filter((name) => !used.has(name)).map((name) => `${name} is imported and not used`),
    ...[...used].filter((name) => !imported.includes(name)).map((name) => `${name} is not imported`),
    ...[...known].filter((name) => !isUsed(bare, name)).map((name) => `${name} is declared and not used`),
    ...stale.map((names) => `${names.join()} := declares nothing new`),
    ...(isBalanced(bare) ? [] : ['brackets are not balanced']),
    ...(/["'`]/.test(bare.replaceAll('""', '')) ? ['a string does not end'] : []),
    ...(paths.join() === paths.toSorted().join() ? [] : ['imports are not sorted as gofmt does']),
  ];
}

/** The texts of all string literals, in their order. */
export function goStrings(code: string): readonly string[] {
  return [...code.matchAll(STRING)].map(([literal]) =>
    literal
      .slice(1, -1)
      .replace(/\\(.)/g, (_, letter: string) => ({ n: '\n', r: '\r', t: '\t' })[letter] ?? letter),
  );
}

function isUsed(bare: string, name: string): boolean {
  const uses = bare.replace(/^\t(?:\w+, )?\w+ := /gm, '');
  return new RegExp(`(?<![\\w.])${name}\\b`).test(uses);
}

function isBalanced(bare: string): boolean {
  const open: string[] = [];
  for (const character of bare) {
    if ('({['.includes(character)) open.push(character);
    else if (')}]'.includes(character) && open.pop() !== '({['[')}]'.indexOf(character)]) return false;
  }
  return open.length === 0;
}
