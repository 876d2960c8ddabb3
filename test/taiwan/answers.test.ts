import { saysNone, saysNotYet, saysYes } from '@aipower/taiwan/answers';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readCases } from './cases.ts';

const cases = readCases<Record<'none' | 'notYet' | 'yes' | 'neither', string[]>>('answers.yml');
const answers = (text: string) => ({ none: saysNone(text), notYet: saysNotYet(text), yes: saysYes(text) });
const no = { none: false, notYet: false, yes: false };

describe('an entry says one thing at most', () => {
  it.each(cases.none)('%j: none', (text) => expect(answers(text)).toEqual({ ...no, none: true }));
  it.each(cases.notYet)('%j: not yet', (text) => expect(answers(text)).toEqual({ ...no, notYet: true }));
  it.each(cases.yes)('%j: yes', (text) => expect(answers(text)).toEqual({ ...no, yes: true }));
  it.each(cases.neither)('%j: neither', (text) => expect(answers(text)).toEqual(no));

  it('whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...Object.values(cases).flat())),
        (text) => {
          expect(Object.values(answers(text)).filter(Boolean).length).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

test('an empty entry says none, and neither of the others', () => {
  for (const empty of [null, undefined, ''])
    expect([saysNone(empty), saysNotYet(empty), saysYes(empty)]).toEqual([true, false, false]);
});

test('quotes, dashes, blanks and width around an answer change nothing', () => {
  const ornament = fc.constantFrom('', ' ', '　', '「', '」', '（', '）', '"', '.', '。', '-', '—', '\u200e');
  const entry = fc.constantFrom(...cases.none, ...cases.notYet, ...cases.yes);
  fc.assert(
    fc.property(ornament, entry, ornament, (before, text, behind) => {
      fc.pre(text.trim() !== '');
      expect(answers(before + text + behind)).toEqual(answers(text));
    }),
  );
});

test('a number of a certificate is none of them', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z無申請中有]{0,3}[1-9][0-9]{1,6}$/), (number) => {
      expect(answers(number)).toEqual(no);
    }),
  );
});
