import { keepMine, markTaken, save, saveAs, savedBytes, takeTheirs } from '../documents/disk-actions.ts';
import { documentInfos } from '../documents/document-service.ts';
import { bytesOfContent } from '../files/file-content.ts';
import type { HandlersOf } from './handler.ts';

/** Opening, saving, closing and stepping through documents. */
export const documentHandlers: HandlersOf<'document'> = {
  'document.open': async ({ service }, { handle, ...how }) => (await service.open(handle, how)).info,
  'document.openBytes': async ({ service }, { name, base64 }) =>
    (await service.openBytes(name, bytesOfContent(base64))).info,
  'document.create': ({ service }) => service.create().info,
  'document.sample': async ({ service }) => (await service.sample()).info,
  'document.list': async ({ service }) => {
    await service.recovered;
    return documentInfos(service);
  },
  'document.info': ({ service }, { document }) => service.get(document).info,
  'document.save': async ({ service }, { document, force = false }) => {
    const open = service.get(document);
    await save(service, open, force);
    return open.info;
  },
  'document.saveAs': async ({ service }, { document, handle, format }) => {
    const open = service.get(document);
    await saveAs(service, open, { handle, format });
    return open.info;
  },
  'document.bytes': async ({ service }, { document, format }) => {
    const open = service.get(document);
    const bytes = await savedBytes(open, format);
    return { name: open.title, base64: Buffer.from(bytes).toString('base64') };
  },
  'document.markSaved': async ({ service }, { document }) => {
    const open = service.get(document);
    await markTaken(service, open);
    return open.info;
  },
  'document.revert': async ({ service }, { document }) => {
    const open = service.get(document);
    await takeTheirs(service, open, false);
    return open.info;
  },
  'document.reload': async ({ service }, { document }) => {
    const open = service.get(document);
    await takeTheirs(service, open, true);
    return open.info;
  },
  'document.keepMine': async ({ service }, { document }) => {
    const open = service.get(document);
    await keepMine(service, open);
    return open.info;
  },
  'document.keepRestored': ({ service }, { document }) => {
    const open = service.get(document);
    open.noteRestored();
    open.changed();
    return open.info;
  },
  'document.close': async ({ service }, { document }) => {
    await service.close(document);
    return {};
  },
  'document.undo': async ({ service }, { document }) => {
    const open = service.get(document);
    await open.step('undo');
    return open.info;
  },
  'document.redo': async ({ service }, { document }) => {
    const open = service.get(document);
    await open.step('redo');
    return open.info;
  },
  'document.history': ({ service }, { document }) => {
    const { cookies } = service.get(document);
    const { savedVersion } = cookies;
    return {
      steps: cookies.steps().map(({ version, label, event, time }) => ({ version, label, event, time })),
      current: cookies.version,
      ...(savedVersion !== undefined && { saved: savedVersion }),
    };
  },
};
