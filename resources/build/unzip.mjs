import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;

/** The entries of a zip archive's directory: names, sizes and places. No zip64, no encryption. */
function* entries(archive) {
  let end = archive.length - 22;
  while (archive.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = archive.readUInt16LE(at + 28);
    yield {
      name: archive.toString('utf8', at + 46, at + 46 + nameLength),
      compressed: archive.readUInt16LE(at + 10) !== 0,
      packedSize: archive.readUInt32LE(at + 20),
      size: archive.readUInt32LE(at + 24),
      mode: (archive.readUInt32LE(at + 38) >>> 16) & 0o777,
      offset: archive.readUInt32LE(at + 42),
    };
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
}

function contents(archive, entry) {
  const { offset } = entry;
  const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
  const packed = archive.subarray(start, start + entry.packedSize);
  const bytes = entry.compressed
    ? zlib.inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) })
    : packed;
  if (bytes.length !== entry.size) throw new Error(`The archive is damaged at ${entry.name}.`);
  return bytes;
}

/** Unpacks an archive below a folder; `place` gives each file's path there, or undefined to leave it out. */
export function unzip(archive, folder, place) {
  for (const entry of entries(archive)) {
    if (entry.name.endsWith('/')) continue;
    const name = place(entry.name);
    if (name === undefined) continue;
    const file = path.resolve(folder, name);
    if (path.relative(folder, file).startsWith('..')) throw new Error(`${entry.name} leaves its folder.`);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, contents(archive, entry), { mode: entry.mode || 0o644 });
  }
}
