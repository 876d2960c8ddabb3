import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './packed-project.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

/** A copy of packages and data to change as a recipe of CONTRIBUTING.md says, without touching the checkout. */
export interface WorkspaceCopy {
  readonly folder: string;
  /** `npm run generate` of a package. */
  generate(name: string, ...args: string[]): string;
  /** Runs a program that imports the packages by name, and reads the JSON it prints. */
  ask<T>(program: string): T;
  remove(): void;
}

/**
 * @param packages folders of packages/ that are copied; the others are those of the checkout. Copy what imports a copied
 *   one too: a package of the checkout finds those of the checkout.
 * @param options.site copies apps/site as well.
 */
export function workspaceCopy(
  packages: readonly string[],
  { site = false }: { readonly site?: boolean } = {},
): WorkspaceCopy {
  const folder = mkdtempSync(join(tmpdir(), 'recipe-'));
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, '@aipower'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '@aipower') symlinkSync(join(root, 'node_modules', name), join(modules, name));
  for (const name of readdirSync(join(root, 'packages'))) {
    const copied = packages.includes(name);
    const from = join(root, 'packages', name);
    const to = copied ? join(folder, 'packages', name) : from;
    if (copied) cpSync(from, to, { recursive: true, filter: (path) => !/\/(dist|node_modules|\.turbo)$/.test(path) });
    symlinkSync(to, join(modules, '@aipower', name));
    if (copied) linkOwnModules(from, to);
  }
  // Generators read their data by it, each its own copy.
  const patterns = 'packages/taiwan/scripts/patterns.ts';
  cpSync(join(root, patterns), join(folder, patterns));
  if (site) {
    const to = join(folder, 'apps/site');
    cpSync(join(root, 'apps/site'), to, { recursive: true, filter: (path) => !/\/(node_modules|\.turbo)$/.test(path) });
    symlinkSync(to, join(modules, '@aipower/site'));
    linkOwnModules(join(root, 'apps/site'), to);
  }
  cpSync(join(root, 'data'), join(folder, 'data'), { recursive: true });
  const node = (...args: string[]) => run(process.execPath, ['--conditions=aipower:source', ...args], folder);
  return {
    folder,
    generate: (name, ...args) => node(join(folder, 'packages', name, 'scripts/generate.ts'), ...args),
    ask: (program) => JSON.parse(node('--input-type=module', '--eval', program)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What npm installed for one workspace alone, because others have another version of it. */
function linkOwnModules(from: string, to: string): void {
  if (existsSync(join(from, 'node_modules'))) symlinkSync(join(from, 'node_modules'), join(to, 'node_modules'));
}
