import type { ViewInfo } from '#shared/api/view.ts';
import type { View } from '#shared/document/view.ts';
import type { ClientView } from '../documents/client-view.ts';
import type { HandlersOf } from './handler.ts';
import { checkedWindow } from './window-limit.ts';

/** What a client looks at: rows, facets and the selection. */
export const viewHandlers: HandlersOf<'view'> = {
  'view.open': async ({ service, views }, { document }) => {
    const opened = service.openView(service.get(document), views);
    return infoOf(opened, await opened.query('', []));
  },
  'view.close': ({ service, views }, { view }) => {
    service.closeView(view, views);
    return {};
  },
  'view.query': async ({ service }, { view, query, sort, first }) => {
    checkedWindow(0, first ?? 0);
    const asked = service.view(view);
    const answer = await asked.query(query, sort);
    return { ...infoOf(asked, answer), ...(first !== undefined && { rows: answer.rows(0, first) }) };
  },
  'view.first': async ({ service }, { view, query, limit }) => {
    checkedWindow(0, limit);
    return { rows: await service.view(view).first(query, limit) };
  },
  'view.info': async ({ service }, { view }) => {
    const asked = service.view(view);
    return infoOf(asked, await asked.current());
  },
  'view.rows': async ({ service }, { view, from, to, reveal }) => {
    checkedWindow(from, to);
    const asked = service.view(view);
    const current = await asked.current();
    return {
      version: asked.document.version,
      matches: current.matches,
      rows: current.rows(from, to, new Set(reveal)),
    };
  },
  'view.facets': ({ service }, { view, siteSearch, siteLimit, openSites }) =>
    service.view(view).facets({
      ...(siteSearch !== undefined && { siteSearch }),
      ...(siteLimit !== undefined && { siteLimit }),
      ...(openSites !== undefined && { openSites }),
    }),
  'view.complete': ({ service }, { view, query, cursor }) => service.view(view).complete(query, cursor),
  'view.locate': async ({ service }, { view, id }) => {
    const position = (await service.view(view).current()).locate(id);
    return position === undefined ? {} : { position };
  },
  'view.select': async ({ service }, { view, change }) => {
    const asked = service.view(view);
    const current = await asked.current();
    current.select(change);
    return infoOf(asked, current);
  },
  'view.nextFinding': async ({ service }, { view, from, backwards }) =>
    (await service.view(view).current()).nextFinding(from, backwards) ?? {},
};

function infoOf({ id, document }: ClientView, view: View): ViewInfo {
  const { matches, total, selected, error, explanation } = view;
  return {
    id,
    document: document.id,
    version: document.version,
    matches,
    total,
    selected,
    ...(error && { error: { message: error.message, from: error.from, to: error.to } }),
    explanation,
  };
}
