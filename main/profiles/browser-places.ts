import path from 'node:path';

/** A machine as far as it tells where browsers keep their profiles. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  /** An environment variable, where it is set. */
  readonly variable: (name: string) => string | undefined;
}

/** A folder in which a browser keeps its profiles. */
export interface BrowserPlace {
  readonly browser: string;
  readonly family: 'firefox' | 'chromium';
  readonly folder: string;
}

/** The store of a browser that has no profiles. */
export interface BrowserFile {
  readonly browser: string;
  readonly path: string;
}

type Folders = readonly (readonly [browser: string, ...parts: string[]])[];

const FIREFOX_LINUX: Folders = [
  ['Firefox', '.mozilla', 'firefox'],
  ['Firefox (Snap)', 'snap', 'firefox', 'common', '.mozilla', 'firefox'],
  ['Firefox (Flatpak)', '.var', 'app', 'org.mozilla.firefox', '.mozilla', 'firefox'],
  ['Firefox (Flatpak)', '.var', 'app', 'org.mozilla.firefox', 'config', 'mozilla', 'firefox'],
  ['LibreWolf', '.librewolf'],
  ['LibreWolf (Flatpak)', '.var', 'app', 'io.gitlab.librewolf-community', '.librewolf'],
  ['Waterfox', '.waterfox'],
];
const FIREFOX_MAC: Folders = [
  ['Firefox', 'Firefox'],
  ['LibreWolf', 'LibreWolf'],
  ['Waterfox', 'Waterfox'],
];
const FIREFOX_WINDOWS: Folders = [
  ['Firefox', 'Mozilla', 'Firefox'],
  ['LibreWolf', 'librewolf'],
  ['Waterfox', 'Waterfox'],
];

const CHROMIUM_LINUX: Folders = [
  ['Chromium', 'chromium'],
  ['Chrome', 'google-chrome'],
  ['Chrome Beta', 'google-chrome-beta'],
  ['Chrome Dev', 'google-chrome-unstable'],
  ['Brave', 'BraveSoftware', 'Brave-Browser'],
  ['Edge', 'microsoft-edge'],
  ['Vivaldi', 'vivaldi'],
  ['Opera', 'opera'],
  ['Yandex Browser', 'yandex-browser'],
];
const CHROMIUM_LINUX_HOME: Folders = [
  ['Chromium (Snap)', 'snap', 'chromium', 'common', 'chromium'],
  ['Brave (Snap)', 'snap', 'brave', 'current', '.config', 'BraveSoftware', 'Brave-Browser'],
  ['Chromium (Flatpak)', '.var', 'app', 'org.chromium.Chromium', 'config', 'chromium'],
  ['Chrome (Flatpak)', '.var', 'app', 'com.google.Chrome', 'config', 'google-chrome'],
  ['Brave (Flatpak)', '.var', 'app', 'com.brave.Browser', 'config', 'BraveSoftware', 'Brave-Browser'],
  ['Edge (Flatpak)', '.var', 'app', 'com.microsoft.Edge', 'config', 'microsoft-edge'],
];
const CHROMIUM_MAC: Folders = [
  ['Chromium', 'Chromium'],
  ['Chrome', 'Google', 'Chrome'],
  ['Chrome Beta', 'Google', 'Chrome Beta'],
  ['Brave', 'BraveSoftware', 'Brave-Browser'],
  ['Edge', 'Microsoft Edge'],
  ['Vivaldi', 'Vivaldi'],
  ['Arc', 'Arc', 'User Data'],
  ['Opera', 'com.operasoftware.Opera'],
];
const CHROMIUM_WINDOWS: Folders = [
  ['Chromium', 'Chromium', 'User Data'],
  ['Chrome', 'Google', 'Chrome', 'User Data'],
  ['Chrome Beta', 'Google', 'Chrome Beta', 'User Data'],
  ['Brave', 'BraveSoftware', 'Brave-Browser', 'User Data'],
  ['Edge', 'Microsoft', 'Edge', 'User Data'],
  ['Vivaldi', 'Vivaldi', 'User Data'],
  ['Yandex Browser', 'Yandex', 'YandexBrowser', 'User Data'],
];
const OPERA_WINDOWS: Folders = [['Opera', 'Opera Software', 'Opera Stable']];

const SAFARI: Folders = [
  [
    'Safari',
    'Library',
    'Containers',
    'com.apple.Safari',
    'Data',
    'Library',
    'Cookies',
    'Cookies.binarycookies',
  ],
  ['Safari', 'Library', 'Cookies', 'Cookies.binarycookies'],
];
const TEXT_BROWSERS: Folders = [
  ['w3m', '.w3m', 'cookie'],
  ['ELinks', '.elinks', 'cookies'],
  ['Lynx', '.lynx_cookies'],
  ['Dillo', '.dillo', 'cookies.txt'],
];
const KONQUEROR: Folders = [['Konqueror', 'kcookiejar', 'cookies']];

/** Every file in which a browser without profiles keeps its cookies, whether it is there or not. */
export function browserFiles({ platform, home, variable }: Machine): readonly BrowserFile[] {
  if (platform === 'win32') return [];
  const { join } = path.posix;
  const below = (root: string, files: Folders): BrowserFile[] =>
    files.map(([browser, ...parts]) => ({ browser, path: join(root, ...parts) }));
  const data = variable('XDG_DATA_HOME') ?? join(home, '.local', 'share');
  return [
    ...(platform === 'darwin' ? below(home, SAFARI) : below(data, KONQUEROR)),
    ...below(home, TEXT_BROWSERS),
  ];
}

/** Every folder in which browsers of this machine keep profiles, whether it is there or not. */
export function browserPlaces({ platform, home, variable }: Machine): readonly BrowserPlace[] {
  const { join } = platform === 'win32' ? path.win32 : path.posix;
  const below = (family: BrowserPlace['family'], root: string, folders: Folders): BrowserPlace[] =>
    folders.map(([browser, ...parts]) => ({ browser, family, folder: join(root, ...parts) }));
  if (platform === 'win32') {
    const roaming = variable('APPDATA') ?? join(home, 'AppData', 'Roaming');
    const local = variable('LOCALAPPDATA') ?? join(home, 'AppData', 'Local');
    return [
      ...below('firefox', roaming, FIREFOX_WINDOWS),
      ...below('chromium', local, CHROMIUM_WINDOWS),
      ...below('chromium', roaming, OPERA_WINDOWS),
    ];
  }
  if (platform === 'darwin') {
    const support = join(home, 'Library', 'Application Support');
    return [...below('firefox', support, FIREFOX_MAC), ...below('chromium', support, CHROMIUM_MAC)];
  }
  const config = variable('XDG_CONFIG_HOME') || join(home, '.config');
  return [
    ...below('firefox', home, FIREFOX_LINUX),
    ...below('firefox', config, [['Firefox', 'mozilla', 'firefox']]),
    ...below('chromium', config, CHROMIUM_LINUX),
    ...below('chromium', home, CHROMIUM_LINUX_HOME),
  ];
}
