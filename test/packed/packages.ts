import { readFileSync } from 'node:fs';

/** Every package, each after those it imports. */
export const packages = [
  'taiwan',
  'taxonomy',
  'database',
  'receipts',
  'registry',
  'programme',
  'gpki',
  'matcher',
  'applications',
] as const;
export type PackageName = (typeof packages)[number];

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly engines: { readonly node: string };
  readonly exports: Readonly<Record<string, string | { readonly require?: unknown }>>;
}

export const manifestOf = (name: PackageName) =>
  JSON.parse(
    readFileSync(new URL(`../../packages/${name}/package.json`, import.meta.url), 'utf8'),
  ) as unknown as Manifest;

/** Modules of a package as users name them. */
export function entriesOf(name: PackageName): readonly { readonly id: string; readonly dual: boolean }[] {
  const manifest = manifestOf(name);
  return Object.entries(manifest.exports)
    .filter(([, target]) => typeof target !== 'string')
    .map(([path, target]) => ({
      id: manifest.name + path.slice(1),
      dual: typeof target !== 'string' && target.require !== undefined,
    }));
}

/** Entries that a browser may load; the others open files or databases, listen, or are for tests. */
export const browserEntries: readonly string[] = packages
  .flatMap(entriesOf)
  .map(({ id }) => id)
  .filter((id) => !/\/(?:database|key-file|fetch-crl|testing|storage|sheet|generate-tax-file)$/.test(id))
  .filter((id) => id !== '@aipower/registry' && !id.startsWith('@aipower/applications'));
