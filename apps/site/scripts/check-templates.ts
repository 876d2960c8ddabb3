/**
 * Are the templates' fields those of their models? Each template becomes a TypeScript function, line for line, whose
 * argument is `Locals<its name>`; the type checker then reads all of them with the site. A fault is told at the line of
 * the template.
 *
 * `node scripts/check-templates.ts [FILE…]`: those templates alone; all of the site when none is named.
 * `node scripts/check-templates.ts --only-write DIR`: all of them as TypeScript into DIR, for another reader.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { templateToTypeScript } from './template-to-typescript.ts';

const site = resolve(import.meta.dirname, '..');
const src = join(site, 'src');
// Inside the site, so that its imports are found; of this run alone, for two may run at once.
const onlyWrite = process.argv[2] === '--only-write';
const made = onlyWrite ? resolve(process.argv[3]!) : join(site, `.templates-${process.pid}`);

const all = () => readdirSync(src, { recursive: true, encoding: 'utf8' }).map((file) => join(src, file));
const asked = onlyWrite ? [] : process.argv.slice(2).map((file) => resolve(file));
const files = (asked.length > 0 ? asked : all()).filter((file) => file.endsWith('.ejs'));
mkdirSync(made);
const templateOf = new Map<string, string>();
for (const file of files) {
  const name = basename(file, '.ejs');
  templateOf.set(`${name}.ts`, relative(process.cwd(), file));
  writeFileSync(join(made, `${name}.ts`), templateToTypeScript(name, readFileSync(file, 'utf8')));
}
const config = {
  extends: '../../../tsconfig.base.json',
  // Parameters of functions inside a template have no types of their own.
  compilerOptions: { lib: ['es2024'], noImplicitAny: false },
  include: ['./*.ts', '../src/**/*.ts'],
};
writeFileSync(join(made, 'tsconfig.json'), JSON.stringify(config));
if (onlyWrite) process.exit(0);

const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
const { stdout, status } = spawnSync(process.execPath, [tsc, '-p', join(made, 'tsconfig.json'), '--pretty', 'false'], {
  cwd: made,
  encoding: 'utf8',
});
// Whatever else the checker reads on the way is checked where it belongs, under its own settings.
const isOurs = (line: string) => !/^\.\.\//.test(line);
const [told, faults] = [stdout.trimEnd().split(/\n(?! )/), [] as string[]];
for (const line of told) if (line !== '' && isOurs(line)) faults.push(line.replace(/^([\w-]+\.ts)(?=\()/, named));
if (status === null) faults.push('the type checker did not run');
if (faults.length > 0) console.error(faults.join('\n'));
rmSync(made, { recursive: true, force: true });
process.exitCode = faults.length > 0 ? 1 : 0;

function named(file: string): string {
  return templateOf.get(file) ?? file;
}
