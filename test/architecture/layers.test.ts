import { expect, test } from 'vitest';
import { complaint } from './layers.ts';
import { importsIn, sourceFiles, textOf } from './source-files.ts';

function complaintsIn(file: string, text: string): readonly string[] {
  return importsIn(file, text).flatMap((found) => {
    const wrong = complaint(found);
    return wrong === undefined ? [] : [`${file} imports ${found.spelling}: ${wrong}`];
  });
}

test('every import follows the order of the folders', () => {
  const files = sourceFiles('shared', 'main', 'renderer');
  expect(files.length).toBeGreaterThan(300);
  expect(files.flatMap((file) => importsIn(file, textOf(file))).length).toBeGreaterThan(1000);
  expect(files.flatMap((file) => complaintsIn(file, textOf(file)))).toEqual([]);
});

test.each([
  ['shared/cookie/size.ts', "import { scan } from '../table/scan.ts';"],
  ['shared/rules/expired.ts', "import type { Format } from '../formats/format.ts';"],
  ['shared/formats/netscape.ts', "export * from '../api/api.ts';"],
  ['main/files/save-file.ts', "import {\n  open,\n} from '../documents/open.ts';"],
  ['main/cli/crumbs.ts', "const { app } = await import('../electron/main.ts');"],
  ['main/documents/engine.ts', "import { app } from 'electron';"],
  ['main/api/engine.ts', "import { cell } from '../../renderer/grid/cells.tsx';"],
  ['main/api/engine.ts', "import type { Row } from '../../shared/api/view.ts';"],
  ['shared/table/columns.ts', "import type { Cookie } from '#shared/cookie/cookie.ts';"],
  ['renderer/client/host.ts', "import { useApp } from '../state/app-store.ts';"],
  ['renderer/grid/cells.tsx', "import '../panels/facets.css';"],
  ['shared/utils/text.ts', "import type { Cookie } from '../cookie/cookie.ts';"],
])('a planted violation in %s is seen: %s', (file, text) => {
  expect(complaintsIn(file, text)).toHaveLength(1);
});

test.each([
  ['shared/table/scan.ts', "import { size } from '../cookie/size.ts';"],
  ['main/electron/main.ts', "import { app } from 'electron';\nimport { open } from '../settings/open.ts';"],
  ['renderer/main.tsx', "import { start } from './state/start.ts';"],
  ['main/api/engine.ts', "import type { Row } from '#shared/api/view.ts';"],
])('what %s may import is left alone: %s', (file, text) => {
  expect(complaintsIn(file, text)).toEqual([]);
});
