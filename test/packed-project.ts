import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Arguments of `tsc` here: by itself it works types out four times, once for each of four processors. */
export const oneProcessor = ['--checkers', '1'];

/** The program of a development dependency, such as `tsc`. */
export const bin = (name: string) => join(root, 'node_modules/.bin', name);

/** Runs a command and gives what it wrote to stdout. Compilers and linters say on stdout what is wrong, so it joins the error. */
export function run(command: string, args: string[], cwd: string): string {
  try {
    return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout, message } = error as Error & { stdout: string };
    throw new Error(`${message}\n${stdout}`, { cause: error });
  }
}

/** What packages need from npm, by their own word; optional peers are the caller's to add. */
export function dependenciesOf(packages: readonly string[]): string[] {
  const names = packages.flatMap((name) => {
    const text = readFileSync(join(root, 'packages', name, 'package.json'), 'utf8');
    return Object.keys((JSON.parse(text) as { dependencies?: object }).dependencies ?? {});
  });
  return [...new Set(names)].filter((name) => !name.startsWith('@aipower/'));
}

function linkInto(folder: string, name: string): void {
  // npm puts what only one package wants in this version beside that package.
  const homes = [...readdirSync(join(root, 'packages')).map((one) => join('packages', one)), '.'];
  const home = homes.find((one) => existsSync(join(root, one, 'node_modules', name)));
  if (home === undefined) throw new Error(`${name} is not installed: npm ci`);
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  symlinkSync(join(root, home, 'node_modules', name), join(folder, name));
}

export interface PackedProject {
  /** An empty project with the packages installed. */
  readonly folder: string;
  /** Package → its tarball. */
  readonly tarballs: Readonly<Record<string, string>>;
  readonly remove: () => void;
}

/**
 * Packages as their users get them: built, packed and unpacked into an empty project, without asking a registry: what they say
 * they depend on is linked to that of this workspace, and nothing else is there. They are built in a copy, so that no other
 * test reads `dist` while this one writes it.
 *
 * @param packages folders of packages/, each after those it imports.
 * @param dependencies what they need from npm.
 * @param options.buildOnly needed to build, and missing in the project.
 */
export function packedProject(
  packages: readonly string[],
  dependencies: readonly string[],
  options: { readonly buildOnly?: readonly string[] } = {},
): PackedProject {
  const folder = mkdtempSync(join(tmpdir(), `${packages.at(-1)}-`));
  const workspace = mkdtempSync(join(tmpdir(), `${packages.at(-1)}-build-`));
  const remove = () => {
    for (const path of [folder, workspace]) rmSync(path, { recursive: true, force: true });
  };
  try {
    mkdirSync(join(workspace, 'node_modules/@aipower'), { recursive: true });
    const built = [...dependencies, ...(options.buildOnly ?? [])].filter((name) => !name.startsWith('@types/'));
    for (const name of [...built, '@types']) linkInto(join(workspace, 'node_modules'), name);
    cpSync(join(root, 'tsconfig.base.json'), join(workspace, 'tsconfig.base.json'));
    for (const name of packages) {
      const copy = join(workspace, 'packages', name);
      const filter = (path: string) => !/\/(dist|node_modules)$/.test(path);
      cpSync(join(root, 'packages', name), copy, { recursive: true, filter });
      symlinkSync(copy, join(workspace, 'node_modules/@aipower', name));
      run(bin('tsc'), ['-p', 'tsconfig.build.json', ...oneProcessor], copy);
      if (existsSync(join(copy, 'tsconfig.cjs.json'))) {
        run(bin('tsc'), ['-p', 'tsconfig.cjs.json', ...oneProcessor], copy);
        run(process.execPath, ['scripts/mark-commonjs.ts'], copy);
      }
    }
    // One npm for all: it starts slower than it packs, and names the tarballs in the order of the folders.
    const copies = packages.map((name) => join(workspace, 'packages', name));
    const made = run(
      'npm',
      ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder, ...copies],
      workspace,
    );
    const names = made.trim().split('\n');
    const tarballs = Object.fromEntries(packages.map((name, i) => [name, join(folder, names[i]!)]));
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
    for (const [name, tarball] of Object.entries(tarballs)) {
      const target = join(folder, 'node_modules/@aipower', name);
      mkdirSync(target, { recursive: true });
      run('tar', ['-xzf', tarball, '--strip-components=1', '-C', target], folder);
    }
    for (const name of dependencies) linkInto(join(folder, 'node_modules'), name);
    return { folder, tarballs, remove };
  } catch (error) {
    remove();
    throw error;
  }
}
