import { readFileSync } from 'node:fs';
import { assessApplicant, matchCapabilities, type RegisteredProvider } from '@aipower/matcher';
import {
  type ApplicantFacts,
  type Application,
  applicationBonusClaims,
  applicationFacts,
  applicationModels,
  applicationText,
  programme115,
  validateApplication,
} from '@aipower/programme';
import { type Claim, currentState, isSchemeId, judge, openRegister, type Register } from '@aipower/registry';
import { getItem, isItemCode } from '@aipower/taxonomy';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleApplications } from '../programme/cases.ts';

// The two sample applications through the libraries alone: the register imported from its list, every registration
// verified, the project matched, all of it judged in one call. No site, no server.
let register: Register;
beforeAll(async () => {
  register = await openRegister(':memory:');
  const bytes = readFileSync(new URL('../../data/sample/register.csv', import.meta.url));
  await register.importList(
    { name: 'register.csv', bytes },
    { seenOn: '2026-11-01', recordedAt: '2026-11-01T01:00:00Z', by: 'test' },
  );
});
afterAll(() => register.close());

/** What the register knows of every provider on a day, as the matcher takes it. */
function providersOn(day: string): RegisteredProvider[] {
  return register.snapshot().providers.map(({ ubn, name, city, certificates }) => {
    const valid = certificates.filter((one) => judge(one, day).verdict === 'valid');
    return {
      ubn,
      name,
      city,
      items: [...new Set(valid.flatMap((one) => currentState(one).items))],
      schemes: [...new Set(valid.map(({ scheme }) => scheme))],
    };
  });
}

async function walk(category: 'training' | 'inference') {
  const sample = sampleApplications.find((one) => one.category === category)!;
  const application = sample.application as Application;
  expect(validateApplication(programme115, category, sample.application).ok).toBe(true);

  const on = sample.submittedAt.slice(0, 10);
  const claims = applicationBonusClaims(programme115, application);
  const ubn = String(application['ubn']);
  const asked = programme115.bonus.items.flatMap((item): Claim[] => {
    if (item.kind !== 'registration' || !isSchemeId(item.scheme)) return [];
    const said = claims[item.id];
    const claim = { id: item.id, scheme: item.scheme, ubn };
    if (item.claim === 'yes-no') return said === true || said === 'yes' ? [claim] : [];
    return [{ ...claim, number: typeof said === 'string' ? said : null }];
  });
  const { results } = await register.verify(asked, { on, today: on });
  const verdicts = Object.fromEntries(results.map((verdict) => [verdict.id, verdict]));

  const assessment = assessApplicant(
    programme115,
    {
      category,
      submittedAt: sample.submittedAt,
      facts: { ...applicationFacts(application), ...sample.facts } as ApplicantFacts,
      text: applicationText(programme115, category, application),
      models: applicationModels(programme115, category, application),
      claims,
      city: register.provider(ubn)?.city ?? null,
    },
    { matchCapabilities, providers: providersOn(on), findings: { verdicts } },
  );
  return { assessment, verdicts, ubn };
}

const stateOf = ({ assessment }: Awaited<ReturnType<typeof walk>>, id: string) =>
  assessment.bonus.items.find((item) => item.id === id)?.state;

describe('the sample applications through the libraries', () => {
  test('training: eligible, two registrations proven by the register, one item held, partners for the rest', async () => {
    const walked = await walk('training');
    const { assessment, verdicts, ubn } = walked;
    expect(assessment.eligibility.outcome).toBe('met');
    expect(assessment.round.state).toBe('open');
    expect(verdicts['5.4']).toMatchObject({ verdict: 'valid', relation: 'same' });
    expect([stateOf(walked, '5.4'), stateOf(walked, '5.5'), stateOf(walked, '5.1')]).toEqual([
      'proven',
      'proven',
      'not-claimed',
    ]);
    expect(assessment.capabilities).toMatchObject({ decision: 'matched', held: ['4.6.1'], overlap: ['4.6.1'] });
    expect(assessment.partners.length).toBeGreaterThan(0);
    for (const { provider } of assessment.partners) {
      expect(provider.ubn).not.toBe(ubn);
      expect(provider.items.some((code) => assessment.capabilities.gap.includes(code))).toBe(true);
      expect(register.provider(provider.ubn)?.name).toBe(provider.name);
    }
    for (const { code } of assessment.capabilities.needed)
      expect(isItemCode(code) && getItem(code).title.zh).toBeTruthy();
  });

  test('inference: one registration in force, an expired one earns nothing, 資訊安全 is asked by 統一編號', async () => {
    const walked = await walk('inference');
    const { assessment, verdicts } = walked;
    expect(assessment.eligibility.outcome).toBe('met');
    expect(assessment.eligibility.conditions[0]?.cautions).toEqual(['class-needs-check']);
    expect(verdicts['5.1']).toMatchObject({ verdict: 'valid' });
    expect(verdicts['5.4']).toMatchObject({ verdict: 'expired' });
    // The certificate of 2024 was still in force when the application was sent.
    expect(verdicts['5.6']).toMatchObject({ verdict: 'valid', relation: 'same' });
    expect([stateOf(walked, '5.1'), stateOf(walked, '5.4'), stateOf(walked, '5.6')]).toEqual([
      'proven',
      'not-proven',
      'proven',
    ]);
  });
});
