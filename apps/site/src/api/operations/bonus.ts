import { assessBonus, type BonusClaims, type BonusFindings, type Programme } from '@aipower/programme';
import type { Day, RegisterFacts } from '@aipower/registry';
import { z } from 'zod';
import { type Claimant, registrationVerdicts } from '../../applicant/registration-verdicts.ts';
import type { Language } from '../../page/language.ts';
import { showIn } from '../../page/show.ts';
import { type FieldError, MAX_FIELD_ERRORS, pointerOf } from '../../problems/field-errors.ts';
import { Problem } from '../../problems/problem.ts';
import { problemWords } from '../../problems/problem-words.ts';
import { askedProgramme } from '../asked-programme.ts';
import { named } from '../components.ts';
import { describe } from '../describe.ts';
import { defineOperation } from '../operation.ts';
import { bonusClaims, linkFindings, programmeYear } from '../schemas/applicant.ts';
import { day, plainText } from '../schemas/basics.ts';
import { bonusResult } from '../schemas/bonus.ts';
import { registerAge } from '../schemas/register.ts';
import { registerShape } from '../shapes.ts';
import { verdictShape } from '../verdict-shape.ts';

const request = named(
  'BonusRequest',
  z.strictObject({
    programme: programmeYear,
    on: day
      .optional()
      .meta(describe({ zh: '基準日；省略時為今日。', en: 'The day to judge by; today when left out.' })),
    applicant: z
      .strictObject({ ubn: plainText(20).optional(), name: plainText(200).optional() })
      .default({})
      .meta(
        describe({
          zh: '申請者；省略時有效的編號也無法確認。',
          en: 'Who claims; without it a valid number cannot be confirmed.',
        }),
      ),
    claims: bonusClaims,
    links: linkFindings.default({}),
    useEnded: z
      .boolean()
      .default(false)
      .meta(describe({ zh: '使用期間是否已結束。', en: 'True once the period of use is over.' })),
  }),
);

const answer = named('BonusAnswer', z.strictObject({ register: registerAge, on: day, bonus: bonusResult }));

export const assessBonusOperation = defineOperation({
  id: 'assessBonus',
  method: 'post',
  path: '/bonus',
  tag: 'precheck',
  summary: { en: 'Check bonus claims', zh: '檢查加分項目' },
  description: {
    en: 'For each item: not claimed, confirmed, not confirmed, needs manual check or cannot be verified, with the reason and what to supply. Registrations are checked on the reference date. No scores: the programme publishes none.',
    zh: '逐項回應未填報、符合、不符合、待人工核對或無法查驗，附原因與可補附的資料。登錄依基準日查驗。計畫未公布分數，故不計分。',
  },
  body: {
    schema: request,
    limit: 64 * 1024,
    example: {
      on: '2026-07-15',
      applicant: { ubn: '00000254' },
      claims: { '1': 'https://example.org/mou', '5.2': '無', '5.4': '示範-AI-0001', '5.6': false },
      links: { '1': 'reachable' },
    },
  },
  response: answer,
  problems: ['register-unavailable'],
  handle({ deps, body, today, language }) {
    const { on = today, claims, links, useEnded, applicant } = body;
    const programme = askedProgramme(deps.programmes, body.programme, on, language);
    refuseUnknownItems(programme, { claims, links }, language);
    const facts = deps.register.snapshot();
    const bonus = bonusAnswer(facts, programme, { claims, links, useEnded, applicant }, { on, today }, deps.origin);
    return { register: registerShape(deps, today), on, bonus };
  },
});

/** A record is checked against the items of the year asked for, which no schema can know beforehand. */
export function refuseUnknownItems(
  programme: Programme,
  records: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  language: Language,
): void {
  refuseUnknownKeys(
    programme.bonus.items.map(({ id }) => id),
    records,
    language,
  );
}

/** The same for records whose keys are fields of the year's form. */
export function refuseUnknownKeys(
  known: readonly string[],
  records: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  language: Language,
): void {
  const detail = problemWords[language].fields['unknown-field'](showIn(language).list(known));
  const errors: FieldError[] = Object.entries(records).flatMap(([name, record]) =>
    Object.keys(record)
      .filter((key) => !known.includes(key))
      .map((key) => ({ pointer: pointerOf([name, key]), code: 'unknown-field' as const, detail })),
  );
  if (errors.length > 0) throw new Problem('invalid-body', { errors: errors.slice(0, MAX_FIELD_ERRORS) });
}

export function bonusAnswer(
  register: RegisterFacts,
  programme: Programme,
  asked: Pick<BonusFindings, 'links' | 'useEnded'> & { readonly claims: BonusClaims; readonly applicant: Claimant },
  days: { readonly on: Day; readonly today: Day },
  origin: string,
) {
  const { claims, links, useEnded, applicant } = asked;
  const verdicts = registrationVerdicts(register, programme, claims, applicant, days);
  const result = assessBonus(programme, claims, { verdicts, links, useEnded });
  const items = result.items.map((item) => ({ ...item, verdict: item.verdict && verdictShape(item.verdict, origin) }));
  return { ...result, items };
}
