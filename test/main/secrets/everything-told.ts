import { AppError } from '#shared/api/app-error.ts';
import type { DocumentInfo } from '#shared/api/document.ts';
import { EXPORT_TARGETS } from '#shared/exports/registry.ts';
import { SHELL_IDS } from '#shared/exports/shells/shell.ts';
import { RUN_PROGRAMS } from '#shared/exports/run-command.ts';
import { FORMATS } from '#shared/formats/registry.ts';
import { RULES } from '#shared/rules/registry.ts';
import type { TestClient } from '../api/transports.ts';

const URL = 'https://www.example.com/';
const WINDOW = { from: 0, to: 200 };

/** Asks, and takes a refusal for an answer: its words are told too. */
async function asked(client: TestClient, method: string, params: unknown): Promise<unknown> {
  try {
    return await client.callAny(method, params);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return undefined;
  }
}

/** Asks for all that can be looked at without a reveal. */
export async function lookAtEverything(client: TestClient, document: DocumentInfo): Promise<void> {
  const of = { document: document.id };
  const view = await client.call('view.open', of);
  for (const query of ['', 'sid', '-nothing', 'kind:comment', 'is:comment', 'expires<soon', 'name:/(/']) {
    await asked(client, 'view.query', {
      view: view.id,
      query,
      sort: [{ column: 'value', descending: false }],
    });
    await asked(client, 'view.rows', { view: view.id, ...WINDOW });
    await asked(client, 'view.first', { view: view.id, query, limit: 100 });
  }
  await asked(client, 'view.query', { view: view.id, query: '', sort: [] });
  const { sites } = await client.call('view.facets', { view: view.id, siteLimit: 1000 });
  const openSites = sites.values.map(({ label }) => label);
  await asked(client, 'view.facets', { view: view.id, siteLimit: 1000, openSites });
  for (const query of ['site:', 'rule:', 'e', 'co']) {
    await asked(client, 'view.complete', { view: view.id, query, cursor: query.length });
  }
  await asked(client, 'view.nextFinding', { view: view.id, from: 0, backwards: false });
  for (let id = 0; id <= document.lines; id++) await asked(client, 'entry.get', { ...of, id });
  await asked(client, 'findings.summary', of);
  for (const { id } of RULES) await asked(client, 'findings.list', { ...of, rule: id, ...WINDOW });
  await asked(client, 'findings.ignore', { ...of, rule: RULES[0]?.id ?? '', ids: [0] });
  await asked(client, 'findings.ignored', of);
  await asked(client, 'findings.heed', { ...of, rule: RULES[0]?.id ?? '' });
  for (const { id } of [...FORMATS, ...EXPORT_TARGETS]) {
    for (const inline of [false, true]) {
      await asked(client, 'export.preview', { ...of, to: id, url: URL, inline });
    }
  }
  for (const shell of SHELL_IDS) {
    await asked(client, 'export.preview', { ...of, to: 'curl', url: URL, inline: true, shell });
  }
  await asked(client, 'export.preview', { ...of, to: 'netscape', site: 'example.com', onlySent: true });
  await asked(client, 'overview.get', of);
  await asked(client, 'overview.parties', { ...of, site: 'www.example.com' });
  await asked(client, 'report.get', { ...of, site: 'www.example.com' });
  await askClients(client, document);
  await asked(client, 'repair.propose', of);
  await asked(client, 'repair.preview', { ...of, most: 100 });
  await asked(client, 'repair.previewFor', {
    ...of,
    clients: ['everyone'],
    allow: ['http-only', 'lines'],
    most: 100,
  });
  await asked(client, 'changes.list', { ...of, ...WINDOW });
  await asked(client, 'document.history', of);
  await asked(client, 'document.info', of);
  await asked(client, 'profiles.list', {});
  await askToShare(client, document);
  await askToClean(client, document);
  await askToTransfer(client, document);
  await askForColumns(client);
  await asked(client, 'view.close', { view: view.id });
}

/** Makes copies for others: what is told of them holds no value, and neither does what is in a redacted one. */
async function askToShare(client: TestClient, document: DocumentInfo): Promise<void> {
  const of = { document: document.id };
  await asked(client, 'runCopy.address', of);
  for (const program of RUN_PROGRAMS) await asked(client, 'runCopy.make', { ...of, program, url: URL });
  await asked(client, 'runCopy.list', of);
  for (let copy = 1; copy <= RUN_PROGRAMS.length; copy++) {
    await asked(client, 'runCopy.look', { copy: `c${copy}` });
    await asked(client, 'runCopy.take', { copy: `c${copy}`, dropped: true });
    await asked(client, 'runCopy.discard', { copy: `c${copy}` });
  }
  const { id, lines } = await client.call('redact.open', of);
  for (let line = 0; line <= Math.min(lines, 50); line++)
    await asked(client, 'entry.get', { document: id, id: line, reveal: true });
  await asked(client, 'document.close', { document: id });
}

/** Tries every recipe that comes with the program. */
async function askToClean(client: TestClient, document: DocumentInfo): Promise<void> {
  const { recipes } = await client.call('recipe.list', {});
  await asked(client, 'recipe.kinds', {});
  for (const { text } of recipes) {
    await asked(client, 'recipe.check', { text });
    await asked(client, 'recipe.preview', { document: document.id, text, most: 100 });
  }
}

/** Brings every line into a new document of its own, which is closed then, and a few pasted ones into this one. */
async function askToTransfer(client: TestClient, document: DocumentInfo): Promise<void> {
  const of = { document: document.id };
  const ids = Array.from({ length: Math.min(document.lines, 200) }, (_, id) => id);
  const made = await client.call('transfer.create', { like: document.id });
  for (const [into, from] of [
    [made.id, { ...of, target: { ids } }],
    [document.id, { text: 'sid=1; lang=en', site: 'www.example.com' }],
    [document.id, { text: '[{"name":"a","value":"b","domain":"a.example"}]' }],
  ] as const) {
    const opened = await asked(client, 'transfer.open', { document: into, from });
    const { transfer } = (opened ?? {}) as { transfer?: string };
    if (transfer === undefined) continue;
    await asked(client, 'transfer.rows', { transfer, ...WINDOW });
    if (into === made.id) {
      await asked(client, 'transfer.apply', { transfer, choices: { changed: true, except: [] } });
      await asked(client, 'changes.list', { document: made.id, ...WINDOW });
    }
    await asked(client, 'transfer.close', { transfer });
  }
  await asked(client, 'document.close', { document: made.id });
}

/** Opens a table whose columns nobody knows, and takes one for another. */
async function askForColumns(client: TestClient): Promise<void> {
  const base64 = Buffer.from('one;two;three\nn;v;a.example\n').toString('base64');
  await asked(client, 'document.openBytes', { name: 'table.csv', base64 });
  for (let id = 1; id < 20; id++) {
    const table = `u${id}`;
    await asked(client, 'columns.look', { table });
    await asked(client, 'columns.open', { table, columns: ['value', 'name', 'domain'], hasHeader: false });
    await asked(client, 'columns.forget', { table });
  }
}

/** Asks what other programs make of the file, of each line and of a request. */
async function askClients(client: TestClient, document: DocumentInfo): Promise<void> {
  const of = { document: document.id };
  const known = await client.call('verdict.clients', {});
  await asked(client, 'settings.get', {});
  await asked(client, 'settings.change', { clients: ['curl'], browsers: [] });
  const clients = known.map(({ id }) => id);
  await asked(client, 'verdict.file', { ...of, clients });
  for (let id = 0; id < Math.min(document.lines, 20); id++)
    await asked(client, 'verdict.line', { ...of, id, clients });
  await asked(client, 'verdict.request', { ...of, clients, url: URL });
  await asked(client, 'verdict.request', { ...of, clients, url: 'http://www.example.com/app' });
  const headers = { text: 'sid=1; Path=/\nsid=; Domain=example.com; Max-Age=0', url: URL };
  await asked(client, 'setCookie.preview', { ...of, ...headers, receivers: clients });
}

/** Changes the document in every way there is, and looks at what is told of it. */
export async function changeEverything(client: TestClient, document: DocumentInfo): Promise<void> {
  const of = { document: document.id };
  const { id: view } = await client.call('view.open', of);
  const target = { view, which: 'matches' };
  const tell = async (): Promise<void> => {
    await asked(client, 'changes.list', { ...of, ...WINDOW });
    await asked(client, 'document.history', of);
    await asked(client, 'view.rows', { view, ...WINDOW });
  };
  for (let id = 0; id < Math.min(document.lines, 4); id++) {
    await asked(client, 'edit.set', { ...of, target: { ids: [id] }, field: 'secureOnly', text: 'no' });
    await asked(client, 'edit.set', { ...of, target: { ids: [id] }, field: 'name', text: 'other' });
    await asked(client, 'edit.expire', { ...of, target: { ids: [id] } });
  }
  await tell();
  await asked(client, 'edit.set', { ...of, target, field: 'path', text: '/elsewhere' });
  const operation = { do: 'replace', field: 'value', find: '.', with: '$&', pattern: true };
  await asked(client, 'bulk.preview', { ...of, target, operation, onCollision: 'keep', most: 200 });
  const root = { do: 'set', field: 'path', text: '/' };
  await asked(client, 'bulk.preview', { ...of, target, operation: root, onCollision: 'merge', most: 200 });
  await asked(client, 'bulk.apply', { ...of, target, operation: root, onCollision: 'skip' });
  await tell();
  await asked(client, 'document.undo', of);
  await asked(client, 'clock.move', { text: '1 March 2040' });
  await asked(client, 'clock.move', {});
  await asked(client, 'bulk.protect', { ...of, target: { ids: [0] }, on: true });
  await asked(client, 'edit.duplicate', { ...of, target });
  await tell();
  for (const { id } of RULES) await asked(client, 'edit.fix', { ...of, rule: id });
  await tell();
  await asked(client, 'edit.fixAll', of);
  const { recipes } = await client.call('recipe.list', {});
  for (const { text } of recipes) await asked(client, 'recipe.run', { ...of, text });
  await asked(client, 'edit.expire', { ...of, target });
  await tell();
  for (let id = 0; id < 2 * document.lines; id++) await asked(client, 'entry.get', { ...of, id });
  await asked(client, 'document.undo', of);
  await mergeWithEverything(client, document);
  await asked(client, 'edit.remove', { ...of, target });
  await tell();
  await asked(client, 'document.undo', of);
  await asked(client, 'view.close', { view });
}

/** Puts the document beside its own file and beside one that has none of its entries, and takes all of that over. */
async function mergeWithEverything(client: TestClient, document: DocumentInfo): Promise<void> {
  const of = { document: document.id };
  const other = Buffer.from('# Netscape HTTP Cookie File\nnew.example\tFALSE\t/\tFALSE\t0\ta\tb\n');
  for (const beside of [{ disk: true }, { name: 'other.txt', base64: other.toString('base64') }]) {
    const opened = await asked(client, 'merge.open', { ...of, with: beside });
    if (opened === undefined) continue;
    const { merge } = opened as { merge: string };
    const choices = { lines: [], conflicts: 'theirs', others: 'theirs' };
    await asked(client, 'merge.rows', { merge, ...WINDOW });
    await asked(client, 'merge.preview', { merge, choices: { lines: [] } });
    await asked(client, 'merge.apply', { merge, choices });
    await asked(client, 'changes.list', { ...of, ...WINDOW });
    await asked(client, 'document.undo', of);
    await asked(client, 'merge.close', { merge });
  }
}
