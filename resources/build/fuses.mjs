import { FuseV1Options, FuseVersion } from '@electron/fuses';

/**
 * Every fuse that Electron has, set on purpose. `inspectable` is for the flavour that tests drive: Playwright needs
 * the inspector. A runtime that knows fewer fuses gets those that it knows.
 */
export function fuses({ inspectable, known }) {
  const all = {
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: inspectable,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    [FuseV1Options.WasmTrapHandlers]: true,
  };
  const set = Object.entries(all).filter(([fuse]) => known.includes(fuse));
  return { version: FuseVersion.V1, strictlyRequireAllFuses: true, ...Object.fromEntries(set) };
}
