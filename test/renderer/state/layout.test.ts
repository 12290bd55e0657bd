import { expect, test } from 'vitest';
import { mergeLayout } from '../../../renderer/state/layout.ts';

test('a wide window has wider panels, until the person chose their width', () => {
  const small = mergeLayout(undefined, 1280);
  const large = mergeLayout(undefined, 1920);
  expect(large.facetsWidth).toBeGreaterThan(small.facetsWidth);
  expect(large.inspectorWidth).toBeGreaterThan(small.inspectorWidth);
  expect(mergeLayout(undefined, 7680)).toEqual(mergeLayout(undefined, 3840));
  expect(mergeLayout({ facetsWidth: 200 }, 1920)).toEqual({ ...large, facetsWidth: 200 });
});
