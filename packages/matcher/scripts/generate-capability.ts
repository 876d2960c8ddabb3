/** data/matching/*.yml → src/generated/background.ts, cautions.ts, generic.ts, sentences.ts, shapes.ts, software.ts, sounds.ts, trade-terms.ts and wording.ts. Every broken row is reported, not only the first. */
import { readFileSync } from 'node:fs';
import { findItem, items } from '@aipower/taxonomy';
import { examples } from '@aipower/taxonomy/examples';
import { keywords } from '@aipower/taxonomy/keywords';
import { parse } from 'yaml';
import { madeOf } from '../src/capability/generic-words.ts';
import { foldedText, foldText } from '../src/text/fold.ts';
import { commonShapes, commonSounds } from './common-sounds.ts';
import { sentenceWords } from './sentence-words.ts';

const folder = new URL('../../../data/matching/', import.meta.url);

const header = (file: string) =>
  `// Generated from data/matching/${file} by packages/matcher/scripts/generate-capability.ts. Edit the data, then npm run generate.\n`;

interface CautionSource {
  readonly code: string;
  readonly kind: 'requirement' | 'exclusion';
  readonly text: string;
  readonly words: readonly string[];
}

/** File name in src/generated → its text. */
export function capabilityModules(): Record<string, string> {
  const problems: string[] = [];
  const modules = {
    'background.ts': background(problems),
    'cautions.ts': cautions(problems),
    'fitted.ts': fitted(),
    'generic.ts': generic(problems),
    'sentences.ts': `${header('sentences.yml')}\n${sentenceWords()}`,
    'software.ts': software(problems),
    'shapes.ts': shapes(),
    'sounds.ts': sounds(),
    'trade-terms.ts': tradeTerms(problems),
    'wording.ts': wording(problems),
  };
  if (problems.length > 0) throw new Error(`data/matching:\n${problems.join('\n')}`);
  return modules;
}

function background(problems: string[]): string {
  const sections = parse(readFileSync(new URL('background.yml', folder), 'utf8')) as Record<string, unknown[]>;
  const texts = Object.values(sections).flat();
  for (const text of texts)
    if (typeof text !== 'string') problems.push(`background.yml: ${String(text)} needs quotes to be text`);
  const twice = texts.filter((text, number) => texts.indexOf(text) !== number);
  if (twice.length > 0) problems.push(`background.yml: twice: ${twice.join(', ')}`);
  return [
    header('background.yml'),
    '/** Texts that no item fits. */',
    `export const backgroundTexts: readonly string[] = ${JSON.stringify(texts, null, 1)};\n`,
  ].join('\n');
}

/** A term that is a keyword or the title of its item already adds nothing; one of generic words alone would match every text. */
function tradeTerms(problems: string[]): string {
  const lists = parse(readFileSync(new URL('terms.yml', folder), 'utf8')) as Record<string, unknown[]>;
  for (const code of Object.keys(lists))
    if (!findItem(code)) problems.push(`terms.yml: ${code} is no item of the catalogue`);
  for (const { code, title } of items) {
    const known = new Set([title, keywords[code]].flatMap((texts) => Object.values(texts).flat()).map(foldedText));
    for (const term of lists[code] ?? []) {
      if (typeof term !== 'string') problems.push(`terms.yml: ${code}: ${String(term)} needs quotes to be text`);
      else if (known.has(foldedText(term))) problems.push(`terms.yml: ${code}: ${term} is there already`);
      known.add(foldedText(String(term)));
    }
  }
  return [
    header('terms.yml'),
    '/** Item code → standard abbreviations and terms of the trade, parted by |. */',
    `export const termsByItem: Readonly<Record<string, string>> = ${JSON.stringify(joined(lists, problems), null, 1)};\n`,
  ].join('\n');
}

function generic(problems: string[]): string {
  const lists = parse(readFileSync(new URL('generic.yml', folder), 'utf8')) as Record<string, unknown[]>;
  const words = Object.values(lists).flat().map(String);
  for (const word of words)
    if (!/^[\p{L} ]+$/u.test(word)) problems.push(`generic.yml: ${word}: letters and blanks only`);
  const isGeneric = madeOf(words);
  for (const { code, title } of items) {
    const named = [title, keywords[code], examples[code]].flatMap((texts) => Object.values(texts).flat());
    const empty = named.filter((text) => isGeneric(foldText(text).text));
    if (empty.length > 0) problems.push(`generic.yml: ${code} is called by such words alone: ${empty.join(', ')}`);
  }
  return [
    header('generic.yml'),
    '/** Words that prove nothing where no other stands beside them. */',
    `export const genericWords: readonly string[] = ${JSON.stringify(words, null, 1)};\n`,
  ].join('\n');
}

function software(problems: string[]): string {
  const lists = parse(readFileSync(new URL('software.yml', folder), 'utf8')) as Record<
    string,
    Record<string, unknown[]> | unknown[]
  >;
  const flat = (name: string): string[] => {
    const words = Object.values(lists[name] ?? {}).flat() as unknown[];
    for (const word of words)
      if (typeof word !== 'string' || !/^[\p{L} -]+$/u.test(word))
        problems.push(`software.yml: ${String(word)}: letters, blanks, - only`);
    return words.map(String);
  };
  return [
    header('software.yml'),
    '/** Words that name software or a service of information technology. */',
    `export const softwareWords: readonly string[] = ${JSON.stringify(flat('things'), null, 1)};\n`,
    '/** Words of what only a machine that judges does, and of the trades around it. */',
    `export const judgingWords: readonly string[] = ${JSON.stringify(flat('judging'), null, 1)};\n`,
    '/** Of them, what stands in the name of a service that judges nothing. */',
    `export const hostingWords: readonly string[] = ${JSON.stringify(flat('hosting'))};\n`,
  ].join('\n');
}

/** What `npm run fit` trained; written by that, so that generating stays quick and gives the same on every machine. */
function fitted(): string {
  const tables = JSON.parse(readFileSync(new URL('fitted.json', folder), 'utf8')) as object;
  return [
    header('fitted.json'),
    "import type { FittedTables } from '../capability/fitted-tables.ts';\n",
    `export const fittedTables: FittedTables = ${JSON.stringify(tables, null, 1)};\n`,
  ].join('\n');
}

function shapes(): string {
  return [
    '// Generated from the shapes of @aipower/taiwan/han by packages/matcher/scripts/common-sounds.ts: npm run generate.\n',
    '/** Groups of look-alike characters (folded to Simplified) that touch the words of the items: see src/capability/slips.ts. */',
    `export const shapesOfItems =\n  '${commonShapes()}';\n`,
  ].join('\n');
}

function sounds(): string {
  const { first, sounds: table } = commonSounds();
  const lines = table.match(/.{1,114}/g)!.map((line) => `  '${line}'`);
  return [
    '// Generated from the sounds of @aipower/taiwan/han by packages/matcher/scripts/common-sounds.ts: npm run generate.\n',
    '/** Syllables of common characters (folded to Simplified), tones and what is confused in Taiwan aside: see src/capability/slips.ts. */',
    `export const commonSounds =\n${lines.join(' +\n')};\n`,
    '/** The code that `commonSounds` begins at. */',
    `export const firstCommon = ${first};\n`,
  ].join('\n');
}

const namesOf = new Map<string, Set<string>>();
let terms: Record<string, string[]> | undefined;

/** Is the phrase a keyword, a term or the title of the item? */
function isNamed(code: string, phrase: string): boolean {
  const item = findItem(code);
  if (item === undefined) return false;
  terms ??= parse(readFileSync(new URL('terms.yml', folder), 'utf8')) as Record<string, string[]>;
  const ofTrade = { terms: terms[code] ?? [] };
  const names =
    namesOf.get(code) ??
    new Set([item.title, keywords[item.code], ofTrade].flatMap((texts) => Object.values(texts).flat()).map(foldedText));
  namesOf.set(code, names);
  return names.has(foldedText(phrase));
}

const wordingFiles = ['wording.yml', 'everyday.yml', 'everyday-english.yml', 'everyday-spoken.yml', 'offers.yml'];

function wording(problems: string[]): string {
  const byItem: Record<string, unknown[]> = {};
  for (const file of wordingFiles) {
    const lists = parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, unknown[]>;
    for (const [code, phrases] of Object.entries(lists)) {
      if (!findItem(code)) problems.push(`${file}: ${code} is no item of the catalogue`);
      for (const phrase of phrases) {
        if (typeof phrase !== 'string') problems.push(`${file}: ${code}: ${String(phrase)} needs quotes to be text`);
      }
      // English offers teach the classifiers only: the keywords already say in English what an item is.
      // What is a keyword or a term of the item already adds little and took 4 KB of every bundle.
      const shipped = phrases
        .map(String)
        .filter((phrase) => (file !== 'offers.yml' || /\p{Script=Han}/u.test(phrase)) && !isNamed(code, phrase));
      byItem[code] = [...(byItem[code] ?? []), ...shipped];
    }
  }
  for (const [code, phrases] of Object.entries(byItem)) {
    const twice = phrases.filter((phrase, number) => phrases.indexOf(phrase) !== number);
    if (twice.length > 0) problems.push(`${wordingFiles.join(', ')}: ${code}: twice: ${twice.join(', ')}`);
  }
  return [
    header(wordingFiles.join(', ')),
    '/** Item code → how people ask for it when they do not know its name, parted by |. */',
    `export const wordingByItem: Readonly<Record<string, string>> = ${JSON.stringify(joined(byItem, problems), null, 1)};\n`,
  ].join('\n');
}

/** One text for each list: quotes and commas of 4,000 phrases take 2 KB of every bundle. */
function joined(lists: Readonly<Record<string, readonly unknown[]>>, problems: string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(lists).map(([code, phrases]) => {
      for (const phrase of phrases) if (String(phrase).includes('|')) problems.push(`${code}: ${String(phrase)}: no |`);
      return [code, phrases.join('|')];
    }),
  );
}

function cautions(problems: string[]): string {
  const source = parse(readFileSync(new URL('cautions.yml', folder), 'utf8')) as {
    otherSenses: string[];
    rows: CautionSource[];
  };
  const { otherSenses, rows } = source;
  const lines = rows.map(({ code, kind, text, words }) => {
    const spans = findItem(code)?.[kind === 'exclusion' ? 'exclusions' : 'requirements'] ?? [];
    if (!spans.some((span) => span.text === text))
      problems.push(
        `cautions.yml: ${code} has no ${kind} 「${text}」 (found: ${spans.map((s) => s.text).join(' | ') || 'none'})`,
      );
    return `  ${JSON.stringify({ code, kind, text, words })},\n`;
  });
  return [
    header('cautions.yml'),
    "import type { ItemCode } from '@aipower/taxonomy';\n",
    '/** `text`: a requirement or exclusion of the item, to the letter; `words`: what in an applicant’s text touches it. */',
    'export interface CautionRow {',
    '  readonly code: ItemCode;',
    "  readonly kind: 'requirement' | 'exclusion';",
    '  readonly text: string;',
    '  readonly words: readonly string[];',
    '}\n',
    '/** Longer words that hold one of the words in another sense. */',
    `export const otherSenses: readonly string[] = ${JSON.stringify(otherSenses)};\n`,
    `export const cautionRows: readonly CautionRow[] = [\n${lines.join('')}];\n`,
  ].join('\n');
}
