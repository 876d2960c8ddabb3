import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  Application,
  type DeclarationReflection,
  type ProjectReflection,
  ReflectionKind,
  type SomeType,
  type TypeDocOptions,
} from 'typedoc';

// npm run docs: the API reference of every package, from the entries that its package.json names, into docs/reference/html.
// What an entry names and does not export, a link that leads nowhere and an export or member without a docstring end it with 1.
// With --check nothing is written.

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const packages = [
  'taiwan',
  'taxonomy',
  'database',
  'registry',
  'programme',
  'matcher',
  'receipts',
  'gpki',
  'applications',
];

/** Tables behind a type that is exported as what it is: a list of names. */
const tables: Readonly<Record<string, string[]>> = {
  taiwan: ['countyData'],
  registry: ['SCHEME_DATA', 'problem.ts:table'],
  receipts: ['publicKeySchema', 'keyRingSchema'],
  gpki: ['returnCodes', 'lastErrors', 'componentNextSteps', 'cardNumberPrefixes'],
};

/** Entry as users import it → its source file. */
const entries = new Map(packages.flatMap((name) => entriesOf(name)));

const options: TypeDocOptions = {
  name: 'aipower',
  tsconfig: join(here, 'tsconfig.json'),
  entryPoints: [...entries.values()],
  out: join(here, 'html'),
  readme: 'none',
  // Types are checked by `npm run check`, package by package and each with its own libraries.
  skipErrorChecking: true,
  basePath: root,
  githubPages: false,
  // A copy has no address that git would know.
  disableGit: true,
  sourceLinkTemplate: '{path}',
  excludeInternal: true,
  excludePrivate: true,
  sort: ['source-order'],
  validation: { notExported: false, invalidLink: true, invalidPath: true, rewrittenLink: true },
};
const app = await Application.bootstrap(options);
const project = await app.convert();
if (!project) process.exit(1);
const nameOf = new Map([...entries].map(([name, file]) => [file, name]));
for (const module of project.getChildrenByKind(ReflectionKind.Module)) rename(module);
app.validate(project);
// TypeDoc asks for exports only in the package a project is named after.
app.options.setValue('validation', { notExported: true, invalidLink: false, invalidPath: false, rewrittenLink: false });
for (const name of packages) {
  project.packageName = `@aipower/${name}`;
  app.options.setValue('intentionallyNotExported', tables[name] ?? []);
  app.validate(project);
}
for (const text of undocumented(project)) app.logger.validationWarning(text as never);
if (app.logger.hasErrors() || app.logger.hasWarnings()) process.exit(1);
// Where the sources lie is no part of the reference.
for (const one of Object.values(project.reflections)) if (one.isDeclaration()) delete one.sources;
if (!process.argv.includes('--check')) await app.generateOutputs(project);

/**
 * Every export of an entry says what it is, and so does every member of a type that is written out. The docstring of a member
 * tells of an object inside it, that of a type of an object on one line, and a literal tells of itself.
 */
function undocumented(all: ProjectReflection): string[] {
  const exported = all.getChildrenByKind(ReflectionKind.Module).flatMap((module) => module.children ?? []);
  const members = exported
    .filter((one) => one.kindOf([ReflectionKind.Interface, ReflectionKind.Class, ReflectionKind.TypeAlias]))
    .flatMap((one) => [one.children ?? [], ...(one.type ? objectsOf(one.type) : [])].flatMap((it) => silent(it, one)));
  return [...exported.filter((one) => !one.kindOf(ReflectionKind.Reference) && !hasDocstring(one)), ...members]
    .map((one) => `${one.getFullName()} has no docstring`)
    .sort();
}

/** Members of an object that say nothing, and that nothing around them speaks for. */
function silent(members: readonly DeclarationReflection[], outer: DeclarationReflection): DeclarationReflection[] {
  if (hasDocstring(outer) && new Set(members.map(lineOf)).size === 1) return [];
  return members
    .filter((one) => !one.inheritedFrom && !one.overwrites && !one.kindOf(ReflectionKind.Constructor))
    .filter((one) => one.type?.type !== 'literal' && !hasDocstring(one))
    .flatMap((one) => [one, ...(one.type ? objectsOf(one.type) : []).flatMap((inner) => silent(inner, one))]);
}

function lineOf({ sources }: DeclarationReflection): number | undefined {
  return sources?.[0]?.line;
}

function hasDocstring(one: DeclarationReflection): boolean {
  return one.hasComment() || [...(one.signatures ?? []), one.getSignature].some((signature) => signature?.hasComment());
}

/** The objects that a type writes out, inside lists, unions and arguments of other types too: each by its members. */
function objectsOf(type: SomeType): DeclarationReflection[][] {
  switch (type.type) {
    case 'reflection':
      return [type.declaration.children ?? []];
    case 'array':
      return objectsOf(type.elementType);
    case 'union':
    case 'intersection':
      return type.types.flatMap(objectsOf);
    case 'reference':
      return (type.typeArguments ?? []).flatMap(objectsOf);
    case 'typeOperator':
      return objectsOf(type.target);
    default:
      return [];
  }
}

function rename(module: DeclarationReflection): void {
  const file = module.sources?.[0]?.fullFileName;
  if (file) module.name = nameOf.get(file) ?? module.name;
}

function entriesOf(name: string): [string, string][] {
  const home = join(root, 'packages', name);
  const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    name: string;
    exports: Record<string, string | { 'aipower:source'?: string }>;
  };
  return Object.entries(manifest.exports).flatMap(([path, target]) => {
    const source = typeof target === 'string' ? undefined : target['aipower:source'];
    return source ? [[join(manifest.name, path), join(home, source)]] : [];
  });
}
