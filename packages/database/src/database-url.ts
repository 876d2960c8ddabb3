import { fileURLToPath } from 'node:url';

/** Which database an address names. */
export type DatabaseAddress =
  | { readonly dialect: 'postgres'; readonly url: string }
  | { readonly dialect: 'sqlite'; readonly path: string };

/**
 * Which database does a `DATABASE_URL` name? `postgres://…` or `postgresql://…`; anything else is a SQLite file, as a
 * path, a `file:` or `sqlite:` URL, or `:memory:`.
 * @param argument how the caller's argument is called, for the error.
 * @throws TypeError for an empty text or a URL of another database.
 */
export function readDatabaseUrl(url: string, argument = 'openDatabase(url)'): DatabaseAddress {
  if (typeof url !== 'string' || url.trim() === '')
    throw new TypeError(`${argument}: the address is empty; give a file path or postgres://…`);
  if (/^postgres(ql)?:\/\//.test(url)) return { dialect: 'postgres', url };
  if (/^file:\/\//.test(url)) return { dialect: 'sqlite', path: fileURLToPath(url) };
  const path = url.replace(/^(?:sqlite|file):(?:\/\/)?/, '');
  const other = /^([a-z][a-z0-9+]+):\/\//i.exec(path);
  if (other) throw new TypeError(`${argument}: ${other[1]}:// is not supported; give a file path or postgres://…`);
  return { dialect: 'sqlite', path };
}
