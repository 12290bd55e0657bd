/** Text with nothing in it that a browser takes for markup. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A table; cells are markup. */
export function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const head = heads.map((text) => `<th scope="col">${escaped(text)}</th>`).join('');
  const body = rows
    .map(([first = '', ...rest]) => {
      const cells = rest.map((cell) => `<td>${cell}</td>`).join('');
      return `<tr><th scope="row">${first}</th>${cells}</tr>`;
    })
    .join('\n');
  return `<table><caption>${escaped(caption)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody></table>\n`;
}

/** A list; items are markup. */
export function list(items: readonly string[]): string {
  return `<ul>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>\n`;
}

/** How a page of its own looks, on a screen and on paper. */
const STYLE = `
:root { color-scheme: light; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1.5rem; color: #1d1d23; background: #fff; font: 15px/1.5 system-ui, sans-serif; }
h1 { margin: 0; font-size: 1.6rem; }
h2 { margin: 2.2rem 0 .4rem; font-size: 1.15rem; }
h3 { margin: 1.6rem 0 .2rem; font-size: 1rem; break-after: avoid; overflow-wrap: anywhere; }
p { margin: .4rem 0; }
.quiet { color: #5a5b67; }
.tag { margin-left: .4rem; padding: 0 .5rem; border: 1px solid #b9b9c6; border-radius: 1rem; font-size: .8rem; font-weight: 400; }
table { width: 100%; margin: .6rem 0 0; border-collapse: collapse; font-size: .85rem; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { padding: .3rem .6rem .3rem 0; border-bottom: 1px solid #d3d3dc; text-align: left; vertical-align: top; font-weight: 400; overflow-wrap: anywhere; }
thead th { color: #5a5b67; font-weight: 600; white-space: nowrap; }
tbody th { min-width: 9rem; font-weight: 600; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
@page { margin: 16mm; }
@media print { body { max-width: none; margin: 0; padding: 0; font-size: 10pt; } }
`;

/** By this the page's own policy knows its style, and takes no other. A test says what it must be. */
const STYLE_HASH = 'sha256-ThIEgLamEq1lPuaHck8R59fEFlsdwcRtLdWV/N/iBmw=';

/** A page that needs nothing beside itself, runs nothing and loads nothing. */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${STYLE_HASH}'">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body}</body>
</html>
`;
}
