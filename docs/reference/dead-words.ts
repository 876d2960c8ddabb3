import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

// Which words of the site does no template and no code ask for? Part of `npm run lint`: names them and ends with 1. A word is
// asked for by its name, by a key that may be any of its table's, or by whoever is handed a table as something else.

const site = join(dirname(fileURLToPath(import.meta.url)), '../../apps/site');
const templates = join(site, '.templates-for-words');
// Templates as TypeScript, as the type check reads them.
const made = spawnSync(process.execPath, ['scripts/check-types.ts', '--only-write', templates], { cwd: site });
if (made.status !== 0) throw new Error(`the templates could not be written: ${made.stderr}`);
const { config } = ts.readConfigFile(join(templates, 'tsconfig.json'), ts.sys.readFile);
const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, templates);
const program = ts.createProgram(fileNames, { ...options, noEmit: true, customConditions: ['aipower:source'] });
const checker = program.getTypeChecker();
// The packages know nothing of the site, so none of them asks for its words.
const isOfSite = (fileName: string) =>
  [templates, join(site, 'src')].some((folder) => fileName.startsWith(`${folder}/`));
const sources = program.getSourceFiles().filter(({ fileName }) => isOfSite(fileName));

/** Every word and table of words in Chinese, which has the same keys as the English, by where it is written. */
const words = new Map<ts.Node, string>();
const asked = new Set<ts.Node>();
for (const file of sources.filter(({ fileName }) => fileName.endsWith('words.zh.ts'))) collect(file, '');
for (const file of sources) visit(file);
rmSync(templates, { recursive: true });

const dead = [...words].filter(([node]) => !asked.has(node));
for (const [node, path] of dead) console.log(`${relative(site, node.getSourceFile().fileName)}: ${path}`);
if (words.size < 1000) throw new Error(`only ${words.size} words were found`);
process.exitCode = dead.length > 0 ? 1 : 0;

function collect(node: ts.Node, path: string): void {
  // The words of a function and of a list are read as a whole.
  if (ts.isFunctionLike(node) || ts.isArrayLiteralExpression(node)) return;
  const named =
    ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node) ? node.name.getText() : undefined;
  const inner = named === undefined ? path : `${path}${path && '.'}${named}`;
  if (named !== undefined) words.set(node, inner);
  ts.forEachChild(node, (child) => collect(child, inner));
}

function visit(node: ts.Node): void {
  if (ts.isPropertyAccessExpression(node)) ask(checker.getSymbolAtLocation(node.name));
  if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) askBound(node);
  if (ts.isElementAccessExpression(node)) askByKey(node);
  if (ts.isExpression(node) && isTable(checker.getTypeAtLocation(node)) && isHandedOn(node)) {
    askAll(checker.getTypeAtLocation(node));
  }
  ts.forEachChild(node, visit);
}

function ask(symbol: ts.Symbol | undefined): void {
  for (const declaration of symbol?.declarations ?? []) if (words.has(declaration)) asked.add(declaration);
}

function askAll(type: ts.Type): void {
  for (const property of type.getProperties()) {
    if (!property.declarations?.some((one) => words.has(one) && !asked.has(one))) continue;
    ask(property);
    askAll(checker.getTypeOfSymbol(property));
  }
}

function askBound(node: ts.BindingElement): void {
  const type = checker.getTypeAtLocation(node.parent);
  if (node.dotDotDotToken) askAll(type);
  else ask(type.getProperty((node.propertyName ?? node.name).getText()));
}

function askByKey({ expression, argumentExpression }: ts.ElementAccessExpression): void {
  const key = checker.getTypeAtLocation(argumentExpression);
  // `table[key as 'one']` says that the key is one of the table's, not which.
  const isAny = ts.isAsExpression(argumentExpression);
  const names = (key.isUnion() ? key.types : [key]).map((one) => (one.isStringLiteral() ? one.value : undefined));
  for (const property of checker.getTypeAtLocation(expression).getProperties()) {
    if (isAny || names.includes(undefined) || names.includes(property.name)) ask(property);
  }
}

function isTable(type: ts.Type): boolean {
  return type.getProperties().some(({ declarations }) => declarations?.some((one) => words.has(one)));
}

/** Does somebody get the whole table who does not know it as one, such as `Object.entries` or a parameter of another type? */
function isHandedOn(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isAsExpression(parent) || ts.isSpreadAssignment(parent)) return true;
  if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.InKeyword) return true;
  const expected = checker.getContextualType(node);
  return expected !== undefined && !isTable(expected);
}
