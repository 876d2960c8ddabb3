/**
 * Type check of the site: sources, scripts and templates in one reading. Each template becomes a TypeScript function, line
 * for line, whose argument is `Locals<its name>`; a fault is told at the line of the template.
 *
 * `node scripts/check-types.ts [FILE…]`: of the templates those alone; all of them when none is named.
 * `node scripts/check-types.ts --only-write DIR`: the templates as TypeScript into DIR, for another reader.
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
const config = { extends: '../tsconfig.json', include: ['./*.ts', '../src', '../scripts'] };
writeFileSync(join(made, 'tsconfig.json'), JSON.stringify(config));
if (onlyWrite) process.exit(0);

const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
// Several programs are checked beside one another, so each has one processor: with four, types are worked out four times.
const asTold = ['--pretty', 'false', '--checkers', '1'];
const { stdout, stderr, status } = spawnSync(process.execPath, [tsc, '-p', join(made, 'tsconfig.json'), ...asTold], {
  cwd: made,
  encoding: 'utf8',
});
// Parameters of functions inside a template have no types of their own, and nothing can be said of what is read by them.
const isUntyped = (line: string) => /^[\w-]+\.ts\(.*?error TS70\d\d:/.test(line);
const told = stdout.trimEnd().split(/\n(?! )/);
const faults = told.filter((line) => line !== '' && !isUntyped(line)).map(placed);
if (status !== 0 && told[0] === '') faults.push(`the type checker did not run: ${stderr}`);
if (faults.length > 0) console.error(faults.join('\n'));
rmSync(made, { recursive: true, force: true });
process.exitCode = faults.length > 0 ? 1 : 0;

/** A fault's file as whoever called knows it: the template instead of what was made of it. */
function placed(line: string): string {
  return line.replace(/^(\S+?\.ts)(?=\()/, (file) => templateOf.get(file) ?? relative(process.cwd(), join(made, file)));
}
