import { expect, test } from 'vitest';
import { findPages } from '../../../../renderer/panels/help/find-pages.ts';
import { blocksOf, inlinesOf } from '../../../../renderer/panels/help/markdown.ts';

test('the words of a line are text, code, weight and links to pages', () => {
  expect(inlinesOf('See [the list](formats.md) of `a *b*`, **bold** and *soft*.')).toEqual([
    { kind: 'text', text: 'See ' },
    { kind: 'link', text: 'the list', page: 'formats' },
    { kind: 'text', text: ' of ' },
    { kind: 'code', text: 'a *b*' },
    { kind: 'text', text: ', ' },
    { kind: 'strong', text: 'bold' },
    { kind: 'text', text: ' and ' },
    { kind: 'emphasis', text: 'soft' },
    { kind: 'text', text: '.' },
  ]);
});

test('blocks are headings, paragraphs, lists over several lines, code and tables with bars in them', () => {
  const text =
    '# A\n\nOne\ntwo\n\n- first\n  goes on\n- second\n\n    code  here\n\n| a | b |\n| --- | --- |\n| `x\\|y` | z |\n';
  expect(blocksOf(text)).toEqual([
    { kind: 'heading', level: 1, inlines: [{ kind: 'text', text: 'A' }] },
    { kind: 'paragraph', inlines: [{ kind: 'text', text: 'One two' }] },
    {
      kind: 'list',
      items: [[{ kind: 'text', text: 'first goes on' }], [{ kind: 'text', text: 'second' }]],
    },
    { kind: 'code', text: 'code  here' },
    {
      kind: 'table',
      rows: [
        [[{ kind: 'text', text: 'a' }], [{ kind: 'text', text: 'b' }]],
        [[{ kind: 'code', text: 'x|y' }], [{ kind: 'text', text: 'z' }]],
      ],
    },
  ]);
});

test('a search finds the pages with every word, those that say one in the title first', () => {
  const page = (id: string, text: string) => ({ id, title: id, text });
  const pages = [
    page('Saving', 'how a query is kept'),
    page('Query', 'the query language'),
    page('Other', 'none'),
  ];
  expect(findPages(pages, 'QUERY').map(({ id }) => id)).toEqual(['Query', 'Saving']);
  expect(findPages(pages, 'query kept').map(({ id }) => id)).toEqual(['Saving']);
  expect(findPages(pages, '')).toEqual(pages);
});
