import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fieldCodes } from '@aipower/programme';
import { verdictCodes } from '@aipower/registry';
import { en } from '@aipower/site/page/words.en';
import { zh } from '@aipower/site/page/words.zh';
import { describe, expect, test } from 'vitest';

const packages = resolve(import.meta.dirname, '../../packages');

/** The source of a package as one text: a code that is added to a union there shows up here. */
function sourceOf(name: string): string {
  const src = join(packages, name, 'src');
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('generated'))
    .map((file) => readFileSync(join(src, file), 'utf8'))
    .join('\n');
}

const source = { registry: sourceOf('registry'), programme: sourceOf('programme'), matcher: sourceOf('matcher') };

/** The texts of a list that is exported `as const`, those of the lists spread into it included. */
function listOf(where: keyof typeof source, name: string): string[] {
  const declared = new RegExp(`export const ${name} = \\[([\\s\\S]*?)\\] as const`).exec(source[where]);
  if (!declared) throw new Error(`${where} declares no list ${name}`);
  const body = declared[1]!.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
  const spread = [...body.matchAll(/\.\.\.(\w+)/g)].flatMap(([, one]) => listOf(where, one!));
  return [...[...body.matchAll(/'([^']+)'/g)].map(([, code]) => code!), ...spread];
}

/** Every text of a union type, those of the unions it names included. */
function unionOf(where: keyof typeof source, name: string): string[] {
  const declared = new RegExp(`export type ${name} =\\s*([\\s\\S]*?);\\n`).exec(source[where]);
  if (!declared) throw new Error(`${where} declares no type ${name}`);
  const body = declared[1]!.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
  // A list that is exported `as const`, and the type made from it.
  const list = /\(typeof (\w+)\)\[number\]/.exec(body);
  if (list) return listOf(where, list[1]!);
  const named = [...body.replace(/'[^']*'/g, '').matchAll(/\b([A-Z]\w+)\b/g)].map(([, one]) => one!);
  return [...[...body.matchAll(/'([^']+)'/g)].map(([, code]) => code!), ...named.flatMap((one) => unionOf(where, one))];
}

/** The texts a property of an interface or of a union of objects may have. */
function propertyOf(where: keyof typeof source, type: string, property: string): string[] {
  const start = source[where].search(new RegExp(`export (?:interface|type) ${type}\\b`));
  const rest = source[where].slice(start);
  const body = rest.slice(0, rest.slice(1).search(/\nexport /) + 1);
  const found = [...body.matchAll(new RegExp(`readonly ${property}: ([^;}]+)`, 'g'))].flatMap(([, texts]) =>
    [...texts!.matchAll(/'([^']+)'/g)].map(([, code]) => code!),
  );
  return [...new Set(found)];
}

const spoken: readonly [string, readonly string[], (words: typeof zh | typeof en) => object][] = [
  ['verdicts', [...verdictCodes], (w) => w.verdict.words],
  ['verdict reasons', unionOf('registry', 'VerdictReason'), (w) => w.verdict.reasons],
  ['verdict cautions', unionOf('registry', 'VerdictCaution'), (w) => w.verdict.cautions],
  ['relations', unionOf('registry', 'Relation'), (w) => w.verdict.relations],
  ['events', unionOf('registry', 'EventKind'), (w) => w.verdict.events],
  ['near numbers', listOf('registry', 'nearNumberKinds'), (w) => w.verdict.near],
  ['meanings of verdicts', [...verdictCodes], (w) => w.about.verdictMeanings],
  ['outcomes', unionOf('programme', 'Outcome'), (w) => w.rules.outcomes],
  ['eligibility reasons', unionOf('programme', 'EligibilityReason'), (w) => w.rules.reasons],
  ['eligibility cautions', unionOf('programme', 'EligibilityCaution'), (w) => w.rules.cautions],
  ['eligibility steps', propertyOf('programme', 'EligibilityStep', 'action'), (w) => w.rules.steps],
  ['round cautions', unionOf('programme', 'RoundCaution'), (w) => w.rules.round.cautions],
  ['model answers', propertyOf('programme', 'ModelOriginAnswer', 'answer'), (w) => w.rules.models.answers],
  ['model reasons', unionOf('programme', 'ModelOriginReason'), (w) => w.rules.models.reasons],
  ['bonus states', unionOf('programme', 'BonusState'), (w) => w.rules.bonus.states],
  ['bonus reasons', unionOf('programme', 'BonusReason'), (w) => w.rules.bonus.reasons],
  ['bonus proofs', unionOf('programme', 'BonusProof'), (w) => w.rules.bonus.proofs],
  ['bonus notes', propertyOf('programme', 'BonusItemResult', 'notes'), (w) => w.rules.bonus.notes],
  ['partner reasons', propertyOf('matcher', 'PartnerReason', 'code'), (w) => w.rules.partners],
  ['matcher decisions', [...unionOf('matcher', 'Decision'), 'no-text'], (w) => w.precheck.itemsDecision],
  ['field codes', fieldCodes, (w) => w.rules.fields],
];

describe.each([
  ['Chinese', zh],
  ['English', en],
] as const)('%s', (_language, words) => {
  test.each(spoken)('has a sentence for all %s, and none for a code that is gone', (_what, codes, said) => {
    expect(codes.length).toBeGreaterThan(1);
    expect(Object.keys(said(words)).sort()).toEqual([...new Set(codes)].sort());
  });

  const facts = {
    day: 'DAY',
    certificate: 'CERTIFICATE',
    scheme: 'SCHEME',
    number: 'NUMBER',
    holder: 'HOLDER',
    claimant: 'CLAIMANT',
    period: 'PERIOD',
    since: 'SINCE',
    seenOn: 'SEEN',
    ageDays: 45,
    hasNumbers: true,
    relation: 'RELATION',
  };

  test.each(Object.entries(words.verdict.reasons))('a verdict for %s can stand in minutes alone', (code, sentence) => {
    const text = sentence(facts);
    expect(text).toMatch(/[。.]$/);
    // It names the registration it is about, and leaves no hole where a day is not printed.
    expect(text).toMatch(/CERTIFICATE|SCHEME/);
    // Where nothing was found, nobody holds it.
    if (code === 'claimant-unknown') expect(sentence({ ...facts, holder: '' })).not.toContain('CERTIFICATE');
    expect(sentence({ ...facts, since: '' })).not.toMatch(/undefined|（）|\(\)|「」|“”/);
  });
});
