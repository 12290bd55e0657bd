import { compareVersion, restoreVersion, versionsOf } from '../documents/version-actions.ts';
import type { HandlersOf } from './handler.ts';

/** Enough to see what restoring does; all of it stands among the changes afterwards. */
const MOST_SHOWN = 200;

/** Earlier versions of a document's file. */
export const versionHandlers: HandlersOf<'version'> = {
  'version.list': async ({ service }, { document }) => {
    const { versions, path } = versionsOf(service, service.get(document));
    return versions.list(path);
  },
  'version.compare': ({ service }, { document, version, most }) =>
    compareVersion(service, service.get(document), { id: version, most: Math.min(most, MOST_SHOWN) }),
  'version.restore': async ({ service }, { document, version }) => {
    const open = service.get(document);
    await restoreVersion(service, open, version);
    return open.info;
  },
  'version.purge': async ({ service }, { document }) => {
    const { versions, path } = versionsOf(service, service.get(document));
    return { removed: await versions.purge(path) };
  },
};
