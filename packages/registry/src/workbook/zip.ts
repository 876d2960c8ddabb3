import { crc32, inflateRawSync } from 'node:zlib';
import type { Budget } from './budget.ts';
import { OverBudget } from './budget.ts';

/** The file is no archive, or one that two readers could unpack differently. */
export class BrokenArchive extends Error {
  override name = 'BrokenArchive';
}

interface Entry {
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly at: number;
}

/** The parts of a ZIP archive, by name, unpacked one at a time and counted while they are. */
export interface Archive {
  has(name: string): boolean;
  /** The bytes of a part; `null` when there is none of this name. A name is found whatever its case, as Excel does. */
  read(name: string): Uint8Array | null;
}

const MAX_PARTS = 10_000;

/** Does it begin like a ZIP archive? */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes.length >= 22 && bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/**
 * Opens a ZIP archive (APPNOTE 6.3.10) by its central directory.
 *
 * Node's own zlib inflates, with the remaining budget as its hard limit, so that no declared size is believed. A part
 * whose local header or check sum contradicts the directory is refused: another reader could see something else in it.
 * @throws BrokenArchive, and OverBudget when more would be inflated than the budget allows.
 */
export function openArchive(bytes: Uint8Array, budget: Budget): Archive {
  const entries = readDirectory(bytes);
  const byFolded = new Map([...entries].map(([name, entry]) => [name.toLowerCase(), entry]));
  const find = (name: string) => entries.get(name) ?? byFolded.get(name.toLowerCase());
  return {
    has: (name) => find(name) !== undefined,
    read(name) {
      const entry = find(name);
      return entry ? unpack(bytes, name, entry, budget) : null;
    },
  };
}

function readDirectory(bytes: Uint8Array): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The directory's end stands in the last 22 bytes, before a comment of up to 64 KiB.
  let end = bytes.length - 22;
  while (end >= 0 && end >= bytes.length - 65_557 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) throw new BrokenArchive('no directory at the end');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MAX_PARTS) throw new BrokenArchive(`${count} parts`);
  const entries = new Map<string, Entry>();
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50)
      throw new BrokenArchive('the directory is broken');
    const [nameSize, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    const flags = view.getUint16(at + 8, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameSize)).replaceAll('\\', '/');
    if (flags & 1) throw new BrokenArchive('it is protected by a password');
    if (entries.has(name)) throw new BrokenArchive(`two parts are called ${name}`);
    entries.set(name, {
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameSize + extra + comment;
  }
  return entries;
}

function unpack(bytes: Uint8Array, name: string, entry: Entry, budget: Budget): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { at, method, packed, crc } = entry;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== 0x04034b50 || view.getUint16(at + 8, true) !== method)
    throw new BrokenArchive(`${name}: its header contradicts the directory`);
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + packed > bytes.length) throw new BrokenArchive(`${name} is cut short`);
  const body = bytes.subarray(from, from + packed);
  if (method !== 0 && method !== 8) throw new BrokenArchive(`${name}: packing method ${method}`);
  const out = method === 0 ? body : inflate(name, body, budget);
  budget.inflate(out.length);
  // Node before 20.15 has no crc32; inflating has its own checks.
  if (typeof crc32 === 'function' && crc32(out) !== crc) throw new BrokenArchive(`${name}: its check sum does not fit`);
  return out;
}

function inflate(name: string, body: Uint8Array, budget: Budget): Uint8Array {
  try {
    return inflateRawSync(body, { maxOutputLength: Math.max(budget.inflatable, 1) });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE')
      throw new OverBudget('file-too-large', `${name}: more than ${budget.limits.inflated} bytes inflated`);
    throw new BrokenArchive(`${name}: ${message}`);
  }
}
