import { randomUUID } from 'node:crypto';
import { link, open, readFile, rename, rm } from 'node:fs/promises';
import { type KeyRing, keyRingSchema, newKeyRing } from './key-ring.ts';

/** The key file is there and cannot be used; the message says why and what to do. Never repaired by itself. */
export class KeyFileError extends Error {
  override name = 'KeyFileError';
}

/** @throws KeyFileError when the file is missing, is not JSON or is not a key ring. */
export async function readKeyFile(path: string): Promise<KeyRing> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw new KeyFileError(`${path}: the key file cannot be read (${(cause as NodeJS.ErrnoException).code})`, {
      cause,
    });
  }
  return parseKeyRing(text, path);
}

/** A key ring from its text: a file's content, or a setting. @throws KeyFileError naming every issue. */
export function parseKeyRing(text: string, where: string): KeyRing {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    // Not the cause: the parser's message quotes the text, and the text is a private key.
    throw new KeyFileError(`${where}: expected a key ring as JSON; this is not JSON. Restore it from a backup`);
  }
  const parsed = keyRingSchema.safeParse(data);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new KeyFileError(`${where}: not a key ring. ${issues.join('; ')}. Restore it from a backup`);
}

/**
 * The keys of this file; made when it is not there. Two processes that start together end with the same keys.
 * @returns `made` when the file is new: say so in the log, for the file must be kept and backed up.
 */
export async function openKeyFile(
  path: string,
  now: string,
): Promise<{ readonly ring: KeyRing; readonly made: boolean }> {
  try {
    return { ring: await readKeyFile(path), made: false };
  } catch (error) {
    const { cause } = error as { cause?: NodeJS.ErrnoException };
    if (cause?.code !== 'ENOENT') throw error;
  }
  const ring = await newKeyRing(now);
  const temporary = await writeBeside(path, ring);
  try {
    // A link, unlike a rename, fails when another process was first.
    await link(temporary, path);
    return { ring, made: true };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return { ring: await readKeyFile(path), made: false };
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Replace the file whole, readable by its owner only: a crash leaves the old or the new keys, never half of them. */
export async function writeKeyFile(path: string, ring: KeyRing): Promise<void> {
  const temporary = await writeBeside(path, keyRingSchema.parse(ring));
  await rename(temporary, path);
}

async function writeBeside(path: string, ring: KeyRing): Promise<string> {
  const temporary = `${path}.${randomUUID()}.new`;
  const file = await open(temporary, 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(ring, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  return temporary;
}
