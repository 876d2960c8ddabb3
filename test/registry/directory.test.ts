import { readFile } from 'node:fs/promises';
import {
  certificateStates,
  type FacetName,
  type ListState,
  listStates,
  openRegister,
  type Provider,
  type ProviderQuery,
  type Register,
  type SchemeId,
  schemes,
} from '@aipower/registry';
import { addDays } from '@aipower/taiwan/dates';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvList, importedOn } from './lists.ts';

const on = '2026-11-21';
let register: Register;
let all: readonly Provider[];
beforeAll(async () => {
  register = await openRegister(':memory:', { refreshEvery: 0 });
  const bytes = await readFile(new URL('../../data/sample/register.csv', import.meta.url));
  await register.importList({ name: 'register.csv', bytes }, importedOn('2026-11-20'));
  all = register.snapshot().providers;
});
afterAll(() => register.close());

type Filters = Omit<ProviderQuery, 'on' | 'q' | 'sort' | 'page' | 'perPage'>;

/** Does the provider match? Written as the sentence in the documentation says it. */
function matches(provider: Provider, filters: Filters, day = on): boolean {
  const any = (wanted: readonly string[] | undefined, has: readonly string[]) =>
    !wanted || wanted.length === 0 || wanted.some((one) => has.includes(one));
  if (!any(filters.city, provider.city === null ? [] : [provider.city])) return false;
  return provider.certificates.some((certificate) => {
    // What the last list up to the day said; before every list, what the first one said.
    let { items } = certificate.states[0]!;
    for (const state of certificate.states) if (state.from <= day) ({ items } = state);
    return (
      any(filters.item, items) &&
      any(
        filters.group,
        items.map((code) => code.split('.').slice(0, 2).join('.')),
      ) &&
      any(
        filters.tier,
        items.map((code) => code.split('.')[0]!),
      ) &&
      any(filters.scheme, [certificate.scheme]) &&
      any(filters.state, certificateStates(certificate, day))
    );
  });
}

const some = <T>(...values: T[]) => fc.option(fc.subarray(values, { minLength: 1, maxLength: 2 }), { nil: undefined });
const filters: fc.Arbitrary<Filters> = fc.record({
  tier: some('1', '2', '3', '4'),
  group: some('1.1', '4.2', '4.10', '9.9'),
  item: some('1.1.1', '1.1.2', '4.2.10', '4.2.1'),
  scheme: some<SchemeId>(...schemes.map(({ id }) => id)),
  city: some('臺北市', '高雄市', '金門縣'),
  state: some<ListState>(...listStates),
});

describe('the list of providers', () => {
  it('is what filtering each provider by hand gives, and every facet says what choosing it would give', () => {
    fc.assert(
      fc.property(filters, (chosen) => {
        const page = register.providers({ on, ...chosen, perPage: 'all' });
        const expected = all.filter((provider) => matches(provider, chosen));
        expect(page.providers.map(({ ubn }) => ubn)).toEqual(expected.map(({ ubn }) => ubn));
        expect(page.total).toBe(expected.length);
        for (const [name, counts] of Object.entries(page.facets) as [FacetName, ReadonlyMap<string, number>][]) {
          for (const [value, count] of counts) {
            expect([name, value, count]).toEqual([
              name,
              value,
              register.providers({ on, ...chosen, [name]: [value] }).total,
            ]);
            expect(all.filter((provider) => matches(provider, { ...chosen, [name]: [value] }))).toHaveLength(count);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('finds a city by what people call it, and both of those that share a name', () => {
    const of = (city: string) => register.providers({ on, city: [city] }).total;
    const named = [of('臺北市'), of('高雄市')];
    expect(named.every((total) => total > 0)).toBe(true);
    for (const said of ['台北', '臺北', 'Taipei', 'taipei city', ' 台北市 '])
      expect([said, of(said)]).toEqual([said, named[0]]);
    expect(of('Kaohsiung')).toBe(named[1]);
    expect(of('新竹')).toBe(register.providers({ on, city: ['新竹市', '新竹縣'] }).total);
    expect(of('Hsinchu')).toBe(of('新竹'));
    expect(of('火星市')).toBe(0);
  });

  it('takes 台北市 and 臺北市 for one city, and keeps what the list printed', async () => {
    const both = await openRegister(':memory:', { refreshEvery: 0 });
    const row = (n: number, city: string) =>
      `ai,示範-AI-${n},${10000000 + n},示範${n}股份有限公司,,,${city},2025-01-01,2027-12-31,生效,,`;
    await both.importList(csvList(row(1, '台北市'), row(2, '臺北市'), row(3, '高雄市')), importedOn('2026-11-20'));
    for (const city of ['台北市', '臺北市']) {
      const { providers, facets } = both.providers({ on, city: [city] });
      expect(providers.map((one) => one.city)).toEqual(['台北市', '臺北市']);
      expect([...facets.city]).toEqual([
        ['臺北市', 2],
        ['高雄市', 1],
      ]);
    }
    await both.close();
  });

  it('on a past day knows the items of that day, in list and facets', async () => {
    const past = await openRegister(':memory:', { refreshEvery: 0 });
    const lists = ['2026-01-10', '2026-04-10', '2026-07-10', '2026-10-10'];
    const scopes = ['1.1.1', '1.1.2;4.2.10', '4.2.1', '1.1.1;4.2.1', ''];
    for (const [i, seenOn] of lists.entries()) {
      const rows = Array.from({ length: 40 }, (_, n) => {
        // Every third keeps its items; one in ten is not on the first list yet.
        const items = scopes[n % 3 === 0 ? n % scopes.length : (n * 7 + i * (1 + (n % 4))) % scopes.length];
        const until = n % 5 === 0 ? '2026-06-30' : '2027-12-31';
        if (n % 10 === 9 && i === 0) return [];
        return `ai,示範-AI-${1000 + n},${10000000 + n},示範${n}股份有限公司,,,臺北市,2025-01-01,${until},生效,${items},`;
      }).flat();
      await past.importList(csvList(...rows), importedOn(seenOn));
    }
    const { providers } = past.snapshot();
    const changed = providers.filter(
      ({ certificates }) => new Set(certificates[0]!.states.map((s) => `${s.items}`)).size > 1,
    );
    expect(changed.length).toBeGreaterThan(10);
    const days = lists.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]);
    fc.assert(
      fc.property(filters, fc.constantFrom(...days), (chosen, day) => {
        const page = past.providers({ ...chosen, on: day, perPage: 'all' });
        expect(page.providers).toEqual(providers.filter((one) => matches(one, chosen, day)));
        for (const [name, counts] of Object.entries(page.facets) as [FacetName, ReadonlyMap<string, number>][]) {
          for (const [value, count] of counts) {
            const hits = providers.filter((one) => matches(one, { ...chosen, [name]: [value] }, day));
            expect([day, name, value, hits.length]).toEqual([day, name, value, count]);
          }
        }
      }),
      { numRuns: 150 },
    );
    await past.close();
  });

  it('has the same pages as the whole, whatever their size and order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom('ubn', 'name', 'newest', 'expiring' as const),
        (perPage, sort) => {
          const whole = register.providers({ on, sort: sort as never, perPage: 'all' }).providers;
          const { pages } = register.providers({ on, sort: sort as never, perPage });
          const paged = Array.from(
            { length: pages },
            (_, i) => register.providers({ on, sort: sort as never, perPage, page: i + 1 }).providers,
          ).flat();
          expect(paged).toEqual(whole);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('finds every provider by its name, its former names, its English name, its 統一編號 and its certificates', () => {
    for (const provider of all) {
      for (const text of [
        provider.name,
        ...provider.formerNames,
        provider.nameEn!,
        provider.ubn,
        ...provider.certificates.flatMap(({ number }) => number ?? []),
      ]) {
        const page = register.providers({ on, q: text, perPage: 100 });
        expect(page.match).toBe('exact');
        expect(
          page.providers.map(({ ubn }) => ubn),
          text,
        ).toContain(provider.ubn);
        if (text === provider.name) expect(page.providers[0]!.ubn).toBe(provider.ubn);
      }
    }
  });

  it.each([
    ['Simplified', '示范智慧建筑', '示範智慧建築股份有限公司', 'exact'],
    ['full width and blanks', '示範　智慧　建築', '示範智慧建築股份有限公司', 'exact'],
    ['two words in any order', '建築 示範', '示範智慧建築股份有限公司', 'exact'],
    ['a typing error', '示範智惠建築股份', '示範智慧建築股份有限公司', 'similar'],
    ['English in capitals', 'SMART BUILDING', '示範智慧建築股份有限公司', 'exact'],
  ])('searches through %s', (_, q, name, match) => {
    const page = register.providers({ on, q });
    expect(page.match).toBe(match);
    expect(page.providers[0]!.name).toBe(name);
  });

  it('finds names that come close as comparing with every one would', () => {
    const pairsOf = (text: string) => {
      const folded = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
      return new Set(Array.from({ length: Math.max(folded.length - 1, 0) }, (_, i) => folded.slice(i, i + 2)));
    };
    // English is typed: the comparison then needs no Traditional folded onto Simplified.
    const share = (typed: ReadonlySet<string>, { name, formerNames, nameEn }: Provider) => {
      const has = new Set([name, ...formerNames, nameEn ?? ''].flatMap((text) => [...pairsOf(text)]));
      return [...typed].filter((pair) => has.has(pair)).length / typed.size;
    };
    const mistyped = fc
      .tuple(fc.constantFrom(...all.map(({ nameEn }) => nameEn!)), fc.nat(40), fc.constantFrom(...'aemtxz'))
      .map(([name, at, letter]) => name.slice(0, at) + letter + name.slice(at));
    fc.assert(
      fc.property(mistyped, (q) => {
        const page = register.providers({ on, q, perPage: 'all' });
        fc.pre(page.match === 'similar');
        const typed = pairsOf(q);
        const close = all.filter((one) => share(typed, one) >= 0.6);
        const ranked = close.sort((a, b) => share(typed, b) - share(typed, a) || (a.ubn < b.ubn ? -1 : 1));
        expect(page.providers.map(({ ubn }) => ubn)).toEqual(ranked.map(({ ubn }) => ubn));
      }),
    );
  });

  it('is empty for nonsense, and never throws on text', () => {
    expect(register.providers({ on, q: 'zzzzzz' })).toMatchObject({ total: 0, pages: 0, providers: [] });
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (q) => void register.providers({ on, q })));
  });

  it.each([
    { page: 0 },
    { page: 1.5 },
    { perPage: -1 },
    { perPage: 1001 },
    { state: ['nope'] },
    { on: 'today' },
    // Each of these was answered with nobody, or as if it had not been said.
    { scheme: 'ai' },
    { scheme: ['nope'] },
    { city: '臺北市' },
    { item: [4.1] },
    { sort: 'nope' },
    { q: 5 },
  ])('misuse is caught: %j', (bad) => {
    expect(() => register.providers({ on, ...bad } as never)).toThrow(TypeError);
  });

  it('agrees with the status of the register', () => {
    const status = register.status(on);
    expect(status).toMatchObject({ providers: 80, certificates: 150, providersWithWarnings: 0 });
    for (const { scheme, providers } of status.schemes)
      expect(register.providers({ on, scheme: [scheme] }).total).toBe(providers);
  });
});

describe('the sample', () => {
  it('says of every name and number that it is fictional, and holds every item and every case', async () => {
    for (const { ubn, name, nameEn, certificates } of all) {
      expect(name).toContain('示範');
      expect(nameEn).toMatch(/Demo|Example/);
      expect(ubn > '00000000' && ubn < '00001000').toBe(true);
      for (const { number, states } of certificates) {
        if (number !== null) expect(number).toMatch(/^示範-/);
        expect(states[0]!.evidenceUrl ?? 'https://example.org/').toMatch(/^https:\/\/example\.org\//);
      }
    }
    const states = register.providers({ on }).facets.state;
    for (const state of ['valid', 'expiring', 'not-yet-valid', 'expired', 'suspended', 'revoked'])
      expect(states.get(state), state).toBeGreaterThan(0);
    const held = register.providers({ on, state: ['valid'], scheme: ['ai'] }).facets.item;
    expect(held.size).toBe(87);
    for (const kin of ['headOfficeUbn', 'predecessorUbn', 'successorUbn'] as const) {
      for (const provider of all) if (provider[kin] !== null) expect(register.provider(provider[kin]!)).not.toBeNull();
      expect(all.some((provider) => provider[kin] !== null)).toBe(true);
    }
    expect(all.some(({ formerNames }) => formerNames.length > 1)).toBe(true);
  });
});
