import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FileHandles } from '../../../main/files/file-handles.ts';

describe('file handles', () => {
  it('give one path one opaque name', () => {
    const handles = new FileHandles();
    const one = handles.grant('/home/me/cookies.txt');
    expect(one).toMatch(/^h[0-9a-f]{32}$/);
    expect(handles.grant('/home/me/../me/cookies.txt')).toBe(one);
    expect(handles.grant('/home/me/other.txt')).not.toBe(one);
    expect(new FileHandles().grant('/home/me/cookies.txt')).not.toBe(one);
  });

  it('give back the absolute path, a title and a folder', () => {
    const handles = new FileHandles();
    const handle = handles.grant('some folder/cookies.txt');
    expect({
      path: handles.path(handle),
      title: handles.title(handle),
      folder: handles.folder(handle),
    }).toEqual({
      path: path.resolve('some folder/cookies.txt'),
      title: 'cookies.txt',
      folder: path.resolve('some folder'),
    });
  });

  it('keep names apart whose bytes differ, and show those that are not UTF-8', () => {
    const handles = new FileHandles();
    const one = handles.grant(Buffer.from('/tmp/caf\xe9', 'latin1'));
    const other = handles.grant(Buffer.from('/tmp/caf\xe8', 'latin1'));
    expect(one).not.toBe(other);
    expect([handles.title(one), handles.title(other), handles.folder(one)]).toEqual([
      'caf\\xE9',
      'caf\\xE8',
      '/tmp',
    ]);
    expect(handles.grant(Buffer.from('/tmp/café'))).toBe(handles.grant('/tmp/café'));
  });

  it('refuse unknown names and paths that no system has', () => {
    const handles = new FileHandles();
    expect(() => handles.path(`h${'0'.repeat(32)}`)).toThrow(
      expect.objectContaining({ code: 'handle-unknown' }),
    );
    for (const bad of ['', 'a\0b']) {
      expect(() => handles.grant(bad)).toThrow(expect.objectContaining({ code: 'request-invalid' }));
    }
  });
});
