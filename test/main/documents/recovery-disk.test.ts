import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AppEvent } from '#shared/api/events.ts';
import { save } from '../../../main/documents/disk-actions.ts';
import type { FileOps } from '../../../main/files/file-ops.ts';
import { nodeFileOps } from '../../../main/files/node-file-ops.ts';
import { systemError } from '../../faults/fault-file-ops.ts';
import { bytesOf, journalled, journalsIn, recoveryDesks, setValue, TEXT } from './recovery-desk.ts';

const { desk, program } = recoveryDesks();

describe('a disk that takes no journal', () => {
  const failing = (broken: { full: boolean }): FileOps => ({
    ...nodeFileOps,
    write: (file, from, position) =>
      broken.full ? Promise.reject(systemError('ENOSPC')) : nodeFileOps.write(file, from, position),
  });

  test('is told of once, hinders no edit and no save, and is tried again', async () => {
    const at = desk();
    const broken = { full: true };
    const { service, events, open } = program(at, { ops: failing(broken) });
    const document = await open(at.file);
    const told = (): AppEvent[] => events.filter(({ event }) => event === 'noticed');
    await setValue(document, 4, 'one');
    await expect.poll(() => told().length).toBe(1);
    await setValue(document, 4, 'two');
    await service.keepEdits();
    expect(told()).toMatchObject([{ notice: { code: 'recovery-off', data: { errno: 'ENOSPC' } } }]);
    expect(journalsIn(at)).toEqual([]);
    broken.full = false;
    await setValue(document, 4, 'three');
    await journalled(at, service);
    broken.full = true;
    await setValue(document, 4, 'four');
    await expect.poll(() => told().length).toBe(2);
    const [restored] = (await program(at).service.recover()).documents;
    expect(restored && bytesOf(restored)).toBe(TEXT.replace('second', 'three'));
    await save(service, document, false);
    expect(fs.readFileSync(at.file, 'latin1')).toBe(TEXT.replace('second', 'four'));
  });

  test('in whose folder a file stands in the way is told of, and edits go on', async () => {
    const at = desk();
    fs.mkdirSync(path.dirname(at.journals));
    fs.writeFileSync(at.journals, '');
    const { service, events, open } = program(at);
    await service.recover();
    await setValue(await open(at.file), 4, 'one');
    await expect.poll(() => events.filter(({ event }) => event === 'noticed').length).toBe(1);
  });

  test('that lost a journal which somebody removed gets a whole one', async () => {
    const at = desk();
    const { service, open } = program(at);
    const document = await open(at.file);
    await setValue(document, 4, 'one');
    await journalled(at, service);
    for (const name of journalsIn(at)) fs.rmSync(path.join(at.journals, name));
    await setValue(document, 4, 'two');
    await journalled(at, service);
    const [restored] = (await program(at).service.recover()).documents;
    expect(restored && bytesOf(restored)).toBe(TEXT.replace('second', 'two'));
  });
});
