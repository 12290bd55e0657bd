import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { run, type Ran } from './programs.ts';

/** A program that loads a cookie file and asks for addresses through a proxy. */
export interface RealClient {
  /** The export target whose file it reads. */
  readonly target: string;
  readonly program: string;
  /** What the program must be able to import. */
  readonly library?: string;
  fetch(request: FetchRequest): Promise<Ran>;
}

export interface FetchRequest {
  readonly folder: string;
  readonly file: string;
  readonly urls: readonly string[];
  readonly proxy: string;
}

const proxies = (proxy: string) => ({ http_proxy: proxy, https_proxy: proxy, no_proxy: '' });

const FETCH_ALL = `
import ssl, sys, urllib.request
def fetch_all(jar, proxy, urls):
    opener = urllib.request.build_opener(
        urllib.request.ProxyHandler({'http': proxy, 'https': proxy}),
        urllib.request.HTTPSHandler(context=ssl._create_unverified_context()),
        urllib.request.HTTPCookieProcessor(jar))
    for url in urls:
        opener.open(url).read()
`;

const PYTHON = `${FETCH_ALL}
import http.cookiejar
jar = http.cookiejar.MozillaCookieJar(sys.argv[1])
jar.load(ignore_discard=True)
fetch_all(jar, sys.argv[2], sys.argv[3:])
`;

const YT_DLP = `${FETCH_ALL}
try:
    from yt_dlp.cookies import YoutubeDLCookieJar
except ImportError:
    from yt_dlp.utils import YoutubeDLCookieJar
jar = YoutubeDLCookieJar(sys.argv[1])
jar.load(ignore_discard=True, ignore_expires=True)
fetch_all(jar, sys.argv[2], sys.argv[3:])
`;

const SESSION = `
import sys, http.cookiejar, warnings
warnings.simplefilter('ignore')
jar = http.cookiejar.MozillaCookieJar(sys.argv[1])
jar.load(ignore_discard=True)
proxies = {'http://': sys.argv[2], 'https://': sys.argv[2]}
`;

const REQUESTS = `${SESSION}
import requests
session = requests.Session()
session.cookies = jar
session.proxies = {key[:-3]: proxy for key, proxy in proxies.items()}
for url in sys.argv[3:]:
    session.get(url, verify=False)
`;

const HTTPX = `${SESSION}
import httpx
with httpx.Client(cookies=jar, proxies=proxies, verify=False) as client:
    for url in sys.argv[3:]:
        client.get(url)
`;

/** Debian's Python, for which Debian's libraries are. */
const DEBIAN_PYTHON = '/usr/bin/python3';

/** The Python that yt-dlp itself runs on: the first line of its script names it. */
function pythonOfYtDlp(): string {
  const { stdout } = spawnSync('sh', ['-c', 'command -v yt-dlp'], { encoding: 'utf8' });
  const path = stdout.trim();
  if (path === '') return 'python3';
  const [first = ''] = readFileSync(path, 'latin1').split('\n', 1);
  return /^#!\s*(\/\S*python[\d.]*)\s*$/.exec(first)?.[1] ?? 'python3';
}

/** The clients, each asked as its users would ask it. */
export const REAL_CLIENTS: readonly RealClient[] = [
  {
    target: 'curl',
    program: 'curl',
    fetch: ({ folder, file, urls, proxy }) =>
      run(
        [
          'curl',
          '-q',
          '-sS',
          '--insecure',
          '--globoff',
          '--path-as-is',
          '--noproxy',
          '',
          '-x',
          proxy,
          '-b',
          file,
          ...urls,
        ],
        {
          cwd: folder,
        },
      ),
  },
  {
    target: 'wget',
    program: 'wget',
    fetch: ({ folder, file, urls, proxy }) =>
      run(
        [
          'wget',
          '--no-config',
          '--no-hsts',
          '--no-verbose',
          '-O',
          '-',
          '--no-check-certificate',
          `--load-cookies=${file}`,
          ...urls,
        ],
        {
          cwd: folder,
          env: proxies(proxy),
        },
      ),
  },
  {
    target: 'python',
    program: 'python3',
    fetch: ({ folder, file, urls, proxy }) =>
      run(['python3', '-c', PYTHON, file, proxy, ...urls], { cwd: folder }),
  },
  {
    target: 'yt-dlp',
    program: 'yt-dlp',
    fetch: ({ folder, file, urls, proxy }) =>
      run([pythonOfYtDlp(), '-c', YT_DLP, file, proxy, ...urls], { cwd: folder }),
  },
  {
    target: 'aria2',
    program: 'aria2c',
    fetch: ({ folder, file, urls, proxy }) =>
      run(
        [
          'aria2c',
          '-q',
          '--no-conf',
          '--check-certificate=false',
          '--dry-run',
          '--force-sequential',
          '-j1',
          `--load-cookies=${file}`,
          `--all-proxy=${proxy}`,
          ...urls,
        ],
        { cwd: folder },
      ),
  },
  ...(['requests', 'httpx'] as const).map((library) => ({
    target: library,
    program: DEBIAN_PYTHON,
    library,
    fetch: ({ folder, file, urls, proxy }: FetchRequest) =>
      run([DEBIAN_PYTHON, '-c', library === 'httpx' ? HTTPX : REQUESTS, file, proxy, ...urls], {
        cwd: folder,
      }),
  })),
];

/** The environment in which every client takes this proxy for every address. */
export const proxyEnvironment = proxies;
