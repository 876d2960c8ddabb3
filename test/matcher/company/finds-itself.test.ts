/** A name always finds itself: whatever form it has, whatever stands before and behind, and whoever else is registered. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CompanyEntry, companyIndex, matchCompany } from '@aipower/matcher';
import { generateTaxFile } from '@aipower/registry/generate-tax-file';
import { compareFirmName } from '@aipower/taiwan/firm-name';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { fictionalFirms } from '../../bench/fictional-firms.ts';
import { nameCases, nameRegister } from '../../eval/names.ts';

interface Words {
  organisations: { id: string; zh: string[]; written?: string[] }[];
  tradeEndings: string[];
  legalPrefixes: string[];
  nations: string[][];
  bodies: string[][];
  business: string[][];
  branches: string[];
  commonWords: string[];
}
const file = new URL('../../../data/company-names/words.yml', import.meta.url);
const words = parse(readFileSync(file, 'utf8')) as Words;

/** Each firm whose name no other bears must be found by it; those of one name must be told to share it. */
function expectEachFindsItself(entries: readonly CompanyEntry[]): void {
  const index = companyIndex(entries);
  const bearers = new Map<string, number>();
  for (const { name } of entries) bearers.set(name, (bearers.get(name) ?? 0) + 1);
  for (const { ubn, name } of entries) {
    const { link, reason } = matchCompany(index, { name });
    const wanted = bearers.get(name) === 1 ? { name, ubn } : { name, ubn: undefined, reason: 'shared-name' };
    expect({ name, ubn: link?.ubn, ...(link ? {} : { reason }) }).toEqual(wanted);
  }
}

const numbered = (names: readonly string[]): CompanyEntry[] =>
  [...new Set(names)].map((name, i) => ({ ubn: String(10_000_000 + i), name }));

const character = fc.constantFrom(...'蛟鮫蜃麟龍夔谷夢云雲后後台臺峰峯里裡○〇');
const special = fc.oneof(
  fc.array(character, { minLength: 1, maxLength: 4 }).map((chars) => chars.join('')),
  fc.constantFrom(...words.commonWords, '未來', '快樂', '明天', 'B612', 'DeepKite 深鳶', 'T.R.I.', 'C&T '),
);
const business = fc.oneof(fc.constant(''), fc.constantFrom(...words.business.flat(), ...words.bodies.flat()));
const forms = [
  ...words.organisations.flatMap(({ zh, written = [] }) => [...zh, ...written]),
  ...words.tradeEndings,
  '',
];
const place = fc.constantFrom('', '', '', '台灣', '臺北市', '台南', '(台灣)', '（亞洲）');
const front = fc.oneof(
  fc.constant(''),
  fc.constantFrom(...words.legalPrefixes, ...words.nations.flat(), '財團法人私立'),
);
const behind = fc.oneof(fc.constant(''), fc.constantFrom('台灣分公司', '台北分公司', ...words.branches.slice(0, 8)));
const name = fc
  .record({ front, special, place, business, form: fc.constantFrom(...forms), behind })
  .filter(({ special: one, business: trade, form }) => one.length + trade.length + form.length >= 3)
  .map(
    ({ front: before, special: one, place: at, business: trade, form, behind: after }) =>
      before + one + at + trade + form + (form.endsWith('公司') ? after : ''),
  );

test('in any register of names of any form', () => {
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 25 }), (names) => expectEachFindsItself(numbered(names))),
    { numRuns: 300 },
  );
});

test('every form with every kind of word before and behind it', () => {
  const all: string[] = [];
  for (const form of forms) {
    all.push(`蜃樓科技${form}`, `蜃樓（台灣）科技${form}`);
    if (!form.endsWith('公司')) continue;
    for (const [nation] of words.nations) all.push(`${nation}鮫珠電子${form}台灣分公司`);
    for (const branch of words.branches) all.push(`獏夢資訊${form}台中${branch}`);
  }
  for (const prefix of words.legalPrefixes) {
    for (const body of words.bodies.flat()) all.push(`${prefix}畢方${body}`);
  }
  // In parts: hundreds of firms of one special name are candidates of each other, and slow.
  const entries = numbered(all.sort());
  for (let i = 0; i < entries.length; i += 40) expectEachFindsItself(entries.slice(i, i + 40));
});

test('in the registers of the cases and of the bench, and by the rule of verification too', () => {
  expectEachFindsItself(nameRegister());
  expectEachFindsItself([...fictionalFirms(3000)]);
  for (const { name: one, city } of nameRegister()) {
    expect({ one, ...compareFirmName(one, { name: one, city }) }).toMatchObject({ one, verdict: 'same' });
  }
});

test('in a made-up tax register', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'finds-itself-'));
  try {
    const path = join(folder, 'tax.csv');
    await generateTaxFile(path, 4000);
    const rows = readFileSync(path, 'utf8').trim().split('\n').slice(2);
    const cells = rows.map((row) => /^"[^"]*",(\d{8}),\d*,"([^"]*)"/.exec(row)!);
    expectEachFindsItself(cells.map(([, ubn, firm]) => ({ ubn: ubn!, name: firm! })));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('both rules give one answer: a name that links is never another firm’s to verification', () => {
  const register = nameRegister();
  const index = companyIndex(register);
  for (const { name: text } of nameCases()) {
    const { link, reason } = matchCompany(index, { name: text });
    if (link === null || reason === 'number') continue;
    const firm = register.find(({ ubn }) => ubn === link.ubn)!;
    const { verdict } = compareFirmName(text, firm);
    expect({ text, verdict }).not.toEqual({ text, verdict: 'different' });
    if (reason === 'full-name') expect({ text, verdict }).toEqual({ text, verdict: 'same' });
  }
});
