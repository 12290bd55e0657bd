/** One thing that the sources of the desktop program must not hold; `bad` is what the rule must catch. */
export interface ForbiddenRule {
  /** Number in Electron's security checklist, or the check of Electronegativity that it stands for. */
  readonly item: string;
  readonly forbidden: RegExp;
  readonly bad: string;
}

/** Electron's checklist and the live checks of Electronegativity, as texts that no source of ours may hold. */
export const FORBIDDEN: readonly ForbiddenRule[] = [
  { item: '1 only secure content', forbidden: /loadURL\([^)]*https?:/, bad: "window.loadURL('http://a/')" },
  {
    item: '2 Node integration',
    forbidden: /nodeIntegration\w*\s*:(?!\s*false)/,
    bad: 'nodeIntegration: true',
  },
  {
    item: '2 in workers',
    forbidden: /nodeIntegrationIn(?:Worker|SubFrames)/,
    bad: 'nodeIntegrationInWorker: x',
  },
  { item: '3 context isolation', forbidden: /contextIsolation\s*:(?!\s*true)/, bad: 'contextIsolation: !1' },
  { item: '4 sandbox', forbidden: /\bsandbox\s*:(?!\s*true)/, bad: 'sandbox: false' },
  { item: '6 web security', forbidden: /webSecurity\s*:(?!\s*true)/, bad: 'webSecurity: dev' },
  {
    item: '7 policy bypass',
    forbidden: /bypassCSP|unsafe-(?:inline|eval|hashes)/,
    bad: "script-src 'unsafe-inline'",
  },
  {
    item: '8 insecure content',
    forbidden: /allowRunningInsecureContent/,
    bad: 'allowRunningInsecureContent: true',
  },
  { item: '9 experimental', forbidden: /experimentalFeatures/, bad: 'experimentalFeatures: true' },
  {
    item: '10 blink features',
    forbidden: /enableBlinkFeatures|blinkFeatures/,
    bad: "enableBlinkFeatures: 'x'",
  },
  { item: '11 webview', forbidden: /webviewTag\s*:(?!\s*false)|<webview/, bad: 'webviewTag: true' },
  { item: '12 popups', forbidden: /allowpopups|nativeWindowOpen/, bad: '<webview allowpopups>' },
  { item: '14 windows', forbidden: /action:\s*'allow'|window\.open\(/, bad: "({ action: 'allow' })" },
  { item: '15 open outside', forbidden: /openExternal|openPath|shell\.beep/, bad: 'shell.openExternal(url)' },
  { item: '18 file scheme', forbidden: /loadFile\(|['"`]file:\/\//, bad: "loadURL('file:///a')" },
  {
    item: '18 file protocol',
    forbidden: /registerFileProtocol|interceptFileProtocol/,
    bad: 'protocol.registerFileProtocol(a)',
  },
  {
    item: '20 raw bridge',
    forbidden: /exposeInMainWorld\(\s*['"][^'"]+['"]\s*,\s*ipcRenderer/,
    bad: "exposeInMainWorld('a', ipcRenderer)",
  },
  { item: 'affinity', forbidden: /\baffinity\s*:/, bad: "affinity: 'a'" },
  {
    item: 'certificates',
    forbidden: /certificate-error|setCertificateVerifyProc|ignore-certificate/,
    bad: "app.on('certificate-error', a)",
  },
  {
    item: 'custom arguments',
    forbidden: /appendSwitch|appendArgument/,
    bad: "app.commandLine.appendSwitch('a')",
  },
  {
    item: 'dangerous functions',
    forbidden: /\beval\(|new Function\(|executeJavaScript|insertCSS/,
    bad: 'contents.executeJavaScript(a)',
  },
  {
    item: 'remote module',
    forbidden: /enableRemoteModule|@electron\/remote/,
    bad: 'enableRemoteModule: true',
  },
  {
    item: 'warnings disabled',
    forbidden: /ELECTRON_DISABLE_SECURITY_WARNINGS/,
    bad: "process.env['ELECTRON_DISABLE_SECURITY_WARNINGS']",
  },
  {
    item: 'OS protocol',
    forbidden: /setAsDefaultProtocolClient/,
    bad: "app.setAsDefaultProtocolClient('a')",
  },
  {
    item: 'drag to navigate',
    forbidden: /navigateOnDragDrop\s*:(?!\s*false)/,
    bad: 'navigateOnDragDrop: true',
  },
  { item: 'spelling services', forbidden: /spellcheck\s*:(?!\s*false)/, bad: 'spellcheck: true' },
  { item: 'crash reports', forbidden: /crashReporter/, bad: 'crashReporter.start({})' },
  {
    item: 'Node as the program',
    forbidden: /ELECTRON_RUN_AS_NODE|child_process.*\bfork\b/,
    bad: 'ELECTRON_RUN_AS_NODE=1',
  },
  {
    item: 'updates and network',
    forbidden: /autoUpdater|\bnet\.(?:fetch|request)\(|https?\.(?:get|request)\(/,
    bad: 'autoUpdater.checkForUpdates()',
  },
  {
    item: 'spread preferences',
    forbidden: /webPreferences\s*:\s*\{\s*\.\.\./,
    bad: 'webPreferences: { ...given',
  },
  {
    item: 'HTML from text',
    forbidden: /\.innerHTML\s*=|outerHTML\s*=|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write\(/,
    bad: 'element.innerHTML = text',
  },
];
