import { FuseV1Options } from '@electron/fuses';
import { expect, test } from 'vitest';
// @ts-expect-error A script of the build, without types.
import { fuses as untyped } from '../../../resources/build/fuses.mjs';

type Fuses = Readonly<Record<string, unknown>>;
const fuses = untyped as (of: { readonly inspectable: boolean; readonly known: readonly string[] }) => Fuses;

const ALL = Object.values(FuseV1Options)
  .filter((value) => typeof value === 'number')
  .map(String);

function named(set: Fuses): Readonly<Record<string, unknown>> {
  return Object.fromEntries(ALL.map((fuse) => [FuseV1Options[Number(fuse)], set[fuse]]));
}

const SHIPPED = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
  WasmTrapHandlers: true,
};

test('every fuse that there is is set on purpose, and a new one breaks the build', () => {
  const set = fuses({ inspectable: false, known: ALL });
  expect(named(set)).toEqual(SHIPPED);
  expect(ALL).toHaveLength(9);
  expect(set['strictlyRequireAllFuses']).toBe(true);
});

test('the flavour for tests differs by the inspector alone', () => {
  const set = fuses({ inspectable: true, known: ALL });
  expect(named(set)).toEqual({ ...SHIPPED, EnableNodeCliInspectArguments: true });
});
