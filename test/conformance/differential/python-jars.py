"""Loads one cookie file after the other with Python, requests, yt-dlp or gallery-dl.

Each line of input names a file to load, a file to save to, and addresses, with tabs between. Each line of output says
whether it was loaded and, in hexadecimal, what would be sent to each address: `-` where the request would fail.
"""
import http.cookiejar
import os
import sys
import urllib.request
import warnings

warnings.simplefilter('ignore')


def mozilla(options):
    def load(path):
        jar = http.cookiejar.MozillaCookieJar()
        jar.load(path, **options)
        return jar, lambda to: jar.save(to, **options)
    return load


def yt_dlp(path):
    try:
        from yt_dlp.cookies import YoutubeDLCookieJar
    except ImportError:
        from yt_dlp.utils import YoutubeDLCookieJar
    jar = YoutubeDLCookieJar(path)
    with open(os.devnull, 'w') as nowhere:
        shown, sys.stderr = sys.stderr, nowhere
        try:
            jar.load(ignore_discard=True, ignore_expires=True)
        finally:
            sys.stderr = shown

    def save(to):
        # What saving does to session cookies must not change what is sent afterwards.
        sessions = [cookie for cookie in jar if cookie.expires is None]
        jar.save(to, ignore_discard=True, ignore_expires=True)
        for cookie in sessions:
            cookie.expires = None
    return jar, save


def gallery_dl(path):
    import requests
    from gallery_dl import util
    jar = requests.Session().cookies
    try:
        with open(path) as file:
            util.cookiestxt_load(file, jar)
    except Exception:
        pass

    def save(to):
        with open(to, 'w') as file:
            util.cookiestxt_store(file, jar)
    return jar, save


def by_urllib(jar, url):
    request = urllib.request.Request(url)
    jar.add_cookie_header(request)
    return request.get_header('Cookie', '')


def by_requests(jar, url):
    import requests
    session = requests.Session()
    session.cookies = jar
    return session.prepare_request(requests.Request('GET', url)).headers.get('Cookie', '')


ALL = {'ignore_discard': True, 'ignore_expires': True}
PROGRAMS = {
    'python': (mozilla({}), by_urllib),
    'python-all': (mozilla(ALL), by_urllib),
    'python-sessions': (mozilla({'ignore_discard': True}), by_urllib),
    'requests': (mozilla(ALL), by_requests),
    'yt-dlp': (yt_dlp, by_urllib),
    'gallery-dl': (gallery_dl, by_requests),
}


def version(program):
    if program == 'requests':
        import requests
        return requests.__version__
    if program == 'yt-dlp':
        import yt_dlp.version
        return yt_dlp.version.__version__
    if program == 'gallery-dl':
        import gallery_dl.version
        return gallery_dl.version.__version__
    return '.'.join(str(number) for number in sys.version_info[:3])


def sent(send, jar, url):
    try:
        return send(jar, url).encode('latin-1').hex()
    except UnicodeEncodeError:
        return '-'


def main(program):
    load, send = PROGRAMS[program]
    for line in sys.stdin:
        source, target, *urls = line.rstrip('\n').split('\t')
        try:
            jar, save = load(source)
        # Python stumbles over its own message where the first line behind the header cannot be decoded.
        except (http.cookiejar.LoadError, UnicodeDecodeError, UnboundLocalError):
            print('0', flush=True)
            continue
        save(target)
        print('\t'.join(['1', *(sent(send, jar, url) for url in urls)]), flush=True)


if sys.argv[1:2] == ['--version']:
    print(version(sys.argv[2]))
else:
    main(sys.argv[1])
