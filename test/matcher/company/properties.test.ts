/** What must hold for any register and any text; slow, obvious code is the judge of fast code. */
import { type CompanyEntry, type CompanyMatch, companyIndex, matchCompany } from '@aipower/matcher';
import fc from 'fast-check';
import { expect, test } from 'vitest';

// Few characters, so that neighbours, homophones (蛟 鮫, 麟 鱗) and shared names are frequent.
const character = fc.constantFrom(...'蛟鮫蜃麟鱗龍夔谷谿夢云雲杰傑台臺峰峯');
const special = fc.array(character, { minLength: 1, maxLength: 5 }).map((chars) => chars.join(''));
const business = fc.constantFrom('科技', '資訊', '資訊科技', '生物科技', '半導體', '設計', '');
const form = fc.constantFrom('股份有限公司', '有限公司', '有限合夥', '企業社', '工作室');
const county = fc.constantFrom('臺北市', '臺中市', '新竹縣', undefined);
const name = fc.tuple(special, business, form).map((parts) => parts.join(''));
const register: fc.Arbitrary<CompanyEntry[]> = fc
  .array(fc.record({ name, city: county, formerNames: fc.array(name, { maxLength: 1 }) }), {
    minLength: 1,
    maxLength: 30,
  })
  .map((rows) => rows.map((row, i) => ({ ubn: String(10_000_000 + i * 7), ...row })));

/** Damerau–Levenshtein (optimal string alignment), written from its definition. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [x, y] = [a.slice(0, -1), b.slice(0, -1)];
  const options = [distance(x, b) + 1, distance(a, y) + 1, distance(x, y) + (a.at(-1) === b.at(-1) ? 0 : 1)];
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)) {
    options.push(distance(a.slice(0, -2), b.slice(0, -2)) + 1);
  }
  return Math.min(...options);
}

const bare = (text: string): string => text.replace(/(股份有限公司|有限公司|有限合夥|企業社|工作室)$/, '');
const sameGlyphs = (text: string): string => text.replaceAll('臺', '台').replaceAll('峯', '峰');
const outcome = ({ decision, reason, link, candidates, notes }: CompanyMatch): unknown => ({
  decision,
  reason,
  link,
  candidates,
  notes,
});

test('a registered name finds its firm, unless several firms bear it now', () => {
  fc.assert(
    fc.property(register, (entries) => {
      const index = companyIndex(entries);
      for (const entry of entries) {
        const bearers = entries.filter((other) => other.name === entry.name);
        const { link, reason } = matchCompany(index, { name: entry.name });
        if (bearers.length === 1) expect(link?.ubn).toBe(entry.ubn);
        else expect({ link, reason }).toEqual({ link: null, reason: 'shared-name' });
      }
    }),
    { numRuns: 150 },
  );
});

test('the order of the register changes nothing, not even the order of candidates', () => {
  fc.assert(
    fc.property(register, name, (entries, text) => {
      const forward = matchCompany(companyIndex(entries), { name: text }, { limit: 50 });
      const backward = matchCompany(companyIndex([...entries].reverse()), { name: text }, { limit: 50 });
      expect(outcome(backward)).toEqual(outcome(forward));
    }),
    { numRuns: 200 },
  );
});

test('a link by slip is one edit away from its firm, in a long special name or in the business, and no other firm is as near', () => {
  fc.assert(
    fc.property(register, name, (entries, text) => {
      const { link, reason } = matchCompany(companyIndex(entries), { name: text });
      if (!reason.startsWith('slip-') || link === null) return;
      const typed = sameGlyphs(bare(text));
      const near = entries.filter((entry) =>
        [entry.name, ...(entry.formerNames ?? [])].some((one) => distance(typed, sameGlyphs(bare(one))) <= 1),
      );
      const sameForm = near.filter(({ name: one }) => one.slice(bare(one).length) === text.slice(bare(text).length));
      expect(sameForm.map(({ ubn }) => ubn)).toContain(link.ubn);
      expect(
        new Set(sameForm.filter(({ name: one }) => distance(typed, sameGlyphs(bare(one))) <= 1).map(({ ubn }) => ubn))
          .size,
      ).toBe(1);
    }),
    { numRuns: 400 },
  );
});

test('every firm one edit away is among the candidates when nothing bears the name itself', () => {
  fc.assert(
    fc.property(register, name, (entries, text) => {
      const match = matchCompany(companyIndex(entries), { name: text }, { limit: 50 });
      if (match.decision === 'linked' || match.reason !== 'one-character-apart') return;
      const typed = sameGlyphs(bare(text));
      const near = entries.filter((entry) => typed.length > 2 && distance(typed, sameGlyphs(bare(entry.name))) === 1);
      const shown = match.candidates.map(({ ubn }) => ubn);
      for (const { ubn } of near) expect(shown).toContain(ubn);
    }),
    { numRuns: 300 },
  );
});

test('a firm taken out of the register is not replaced by a neighbour when its special name is short', () => {
  fc.assert(
    fc.property(register, (entries) => {
      const [gone, ...rest] = entries;
      const short =
        bare(gone!.name).length <= 5 && /科技|設計|資訊/.test(gone!.name) && !/資訊科技|生物科技/.test(gone!.name);
      const { link, reason } = matchCompany(companyIndex(rest), { name: gone!.name });
      if (!short || link === null) return;
      const bearer = rest.find(({ ubn }) => ubn === link.ubn)!;
      const names = [bearer.name, ...(bearer.formerNames ?? [])].map(sameGlyphs);
      expect([reason, names]).toEqual([reason, expect.arrayContaining([sameGlyphs(gone!.name)])]);
    }),
    { numRuns: 300 },
  );
});

test('a registered number beats any name that is nobody else’s', () => {
  fc.assert(
    fc.property(register, fc.string(), fc.nat(), (entries, text, pick) => {
      const index = companyIndex(entries);
      const { ubn } = entries[pick % entries.length]!;
      const match = matchCompany(index, { name: text, ubn });
      expect([match.decision, match.link?.ubn ?? null]).toEqual(
        match.decision === 'linked' ? ['linked', ubn] : [match.decision, null],
      );
      if (matchCompany(index, { name: text }).candidates.length === 0 && match.read.numbers.length === 1)
        expect(match.link?.ubn).toBe(ubn);
    }),
    { numRuns: 300 },
  );
});

test('normalising twice is normalising once: width, blanks and case never change the answer', () => {
  fc.assert(
    fc.property(register, name, (entries, text) => {
      const index = companyIndex(entries);
      const spaced = [...text].join('\u3000');
      const plain = matchCompany(index, { name: text });
      expect(outcome(matchCompany(index, { name: spaced }))).toEqual(outcome(plain));
      expect(outcome(matchCompany(index, { name: `\ufeff${text.normalize('NFKC')}\u200b` }))).toEqual(outcome(plain));
    }),
    { numRuns: 150 },
  );
});

test('candidates: each firm once, best first, and the score is the sum its features give', () => {
  fc.assert(
    fc.property(register, name, fc.option(fc.nat(), { nil: undefined }), (entries, text, pick) => {
      const ubn = pick === undefined ? undefined : entries[pick % entries.length]!.ubn;
      const { candidates } = matchCompany(companyIndex(entries), { name: text, ubn }, { limit: 50 });
      expect(new Set(candidates.map((one) => one.ubn)).size).toBe(candidates.length);
      candidates.forEach((one, i) => {
        expect(one.score).toBeCloseTo(
          one.features.reduce((sum, { weight, value }) => sum + weight * value, 0),
          5,
        );
        expect(one.score).toBeGreaterThanOrEqual(0);
        expect(one.score).toBeLessThanOrEqual(1);
        if (i > 0) expect(one.score).toBeLessThanOrEqual(candidates[i - 1]!.score);
      });
    }),
    { numRuns: 200 },
  );
});

test('any text gets an answer, and a link only to a firm of the register', () => {
  const index = companyIndex([{ ubn: '10458574', name: '蜃樓科技股份有限公司', city: '臺北市' }]);
  const noise = fc
    .array(fc.constantFrom(...'蜃樓科技股份有限公司（）()：:、,/ \n「」原與分公司台中市１２３45674a.-&'), {
      maxLength: 60,
    })
    .map((chars) => chars.join(''));
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), noise), (text) => {
      const { link, decision } = matchCompany(index, { name: text });
      expect(link === null).toBe(decision !== 'linked');
      if (link) expect(link.ubn).toBe('10458574');
    }),
    { numRuns: 1500 },
  );
});
