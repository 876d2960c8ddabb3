import { type Claim, openRegister, type Register } from '@aipower/registry';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCases } from './cases.ts';
import { HEADER, importedOn } from './lists.ts';

interface Case {
  name: string;
  claim: Claim;
  on: string;
  today: string;
  expect: Record<string, unknown>;
  suggestions?: string[];
  cautions?: string[];
}
const { register: lists, cases } = readCases<{
  register: { header: string; rows: string[]; seenOn: string };
  cases: Case[];
}>('verify.yml');

let register: Register;
beforeAll(async () => {
  register = await openRegister(':memory:', { refreshEvery: 0 });
  const text = `${HEADER}${lists.header}\n${lists.rows.join('\n')}\n`;
  await register.importList({ name: 'cases.csv', bytes: Buffer.from(text) }, importedOn(lists.seenOn));
});
afterAll(() => register.close());

describe('verify', () => {
  it.each(cases)('$name', async ({ claim, on, today, expect: expected, suggestions, cautions }) => {
    const { results } = await register.verify([claim], { on, today });
    const [verdict] = results;
    expect(verdict).toMatchObject({ claim, day: on, ...expected });
    if (suggestions)
      expect(verdict!.suggestions.map(({ scheme, number, kind }) => `${scheme} ${number} ${kind}`)).toEqual(
        suggestions,
      );
    if (cautions) expect(verdict!.cautions).toEqual(cautions);
  });

  it('answers for today as if it were asked for that day', async () => {
    for (const { claim: whole, on, today } of cases) {
      const { on: _ownDay, ...claim } = whole;
      const [then] = (await register.verify([claim], { on, today })).results;
      const [now] = (await register.verify([claim], { on: today, today })).results;
      const { day, verdict, reason, since } = now!;
      expect(then!.today).toEqual({ day, verdict, reason, since });
    }
  });

  it('says so when numbers two edits away were not looked for', async () => {
    const unknown = Array.from({ length: 502 }, (_, i): Claim => ({ scheme: 'ai', number: `ZZZZZZ${1000 + i}` }));
    const near: Claim = { scheme: 'ai', number: '示範-AI-0081' };
    const { results } = await register.verify([...unknown, near], { on: '2026-01-10', today: '2026-01-10' });
    const told = results.filter(({ cautions }) => cautions.includes('near-numbers-not-all-searched'));
    expect(told).toEqual([results[500], results[501]]);
    // One edit away is always looked for, and finds.
    expect(results[502]!.suggestions.map(({ number }) => number)).toEqual(['示範-AI-0001']);
  });

  it('knows a moment by day or by instant with offset, and guesses at nothing else', async () => {
    const at = (knownAt: string) =>
      register.verify([{ scheme: 'ai', number: '示範AI0001' }], { on: '2026-01-10', today: '2026-01-10', knownAt });
    expect((await at('2026-01-09')).results[0]).toMatchObject({ verdict: 'unverifiable', reason: 'list-not-loaded' });
    expect((await at('2026-01-10')).results[0]).toMatchObject({ verdict: 'holder-unchecked' });
    expect((await at('2026-01-10T10:00:00+08:00')).results[0]).toMatchObject({ verdict: 'holder-unchecked' });
    for (const vague of ['115/11/01', '2026-01-10T10:00', 'yesterday'])
      await expect(at(vague)).rejects.toThrow(TypeError);
  });

  it('answers in the order of the claims, ids given back, also past a thousand', async () => {
    const claims = Array.from(
      { length: 1200 },
      (_, i): Claim => ({ id: `c${i}`, scheme: 'ai', number: i % 2 ? '示範AI0001' : '無' }),
    );
    const { results } = await register.verify(claims, { on: '2026-01-10', today: '2026-01-10' });
    expect(results.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual(
      claims.map(({ id }, i) => `${id} ${i % 2 ? 'holder-unchecked' : 'not-claimed'}`),
    );
  });

  it.each([
    [{ scheme: 'nope' }, { on: '2026-01-10', today: '2026-01-10' }, /nope/],
    [{ scheme: 'ai', number: 'x' }, { on: 'yesterday', today: '2026-01-10' }, /\{ on \}/],
    [{ scheme: 'ai', number: 'x' }, { on: '2026-01-10' }, /\{ today \}/],
    [null, { on: '2026-01-10', today: '2026-01-10' }, /claims\[0\].*got null/],
    [{ scheme: 'ai', number: 'x' }, undefined, /expected \{ on, today \}, got undefined/],
    [
      { scheme: 'ai', number: 'x', ubn: 79 },
      { on: '2026-01-10', today: '2026-01-10' },
      /claims\[0\]\.ubn: expected text, got number/,
    ],
    [
      { scheme: 'ai', number: 1 },
      { on: '2026-01-10', today: '2026-01-10' },
      /claims\[0\]\.number: expected text, got number/,
    ],
    // Without its number it would ask whether the firm is registered at all, and be valid.
    [
      { scheme: 'ai', numer: 'x', ubn: '00000079' },
      { on: '2026-01-10', today: '2026-01-10' },
      /has no "numer"; it has scheme, id, number/,
    ],
  ])('misuse is caught at the door: %j %j', async (claim, days, message) => {
    await expect(register.verify([claim as never], days as never)).rejects.toThrow(message);
  });
});
