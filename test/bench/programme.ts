/** How fast eligibility is judged, with the whole trace, beside the same conditions in json-rules-engine. */
import { type ApplicantFacts, checkEligibility, programme115 } from '@aipower/programme';
import { type ConditionProperties, Engine, Rule } from 'json-rules-engine';
import { median } from './median.ts';
import type { Row } from './row.ts';

const ON = '2026-07-01';
const ROUNDS = 9;

/** Two thousand applicants: all that is asked for is known, and every condition says yes to some and no to some. */
function applicants(): ApplicantFacts[] {
  const codes = ['620211', '620100', '631200', '471100', '582000'];
  const forms = ['股份有限公司', '有限公司', '財團法人', '獨資'];
  return Array.from({ length: 2000 }, (_, i) => ({
    industryCodes: [codes[i % 5]!, codes[(i + 2) % 5]!],
    organisationType: forms[i % 4]!,
    headOfficeUbn: null,
    businessApprovedOn: `20${10 + (i % 15)}-0${1 + (i % 9)}-15`,
    prcInvestment: i % 11 === 0,
    governmentProjectBreach: i % 13 === 0,
    seriousLawViolation: i % 17 === 0,
  }));
}

/** The conditions of the programme's data as rules of the engine; each ends with an event when it is met. */
function peer(): (facts: ApplicantFacts) => Promise<boolean> {
  const engine = new Engine([], { allowUndefinedFacts: true });
  engine.addOperator('codeUnder', (entries: string[], prefixes: string[]) =>
    entries.some((entry) => prefixes.some((prefix) => entry.startsWith(prefix))),
  );
  const conditions = programme115.eligibility.conditions.flatMap(({ test }): ConditionProperties[] => {
    switch (test.kind) {
      case 'industry-code':
        return [{ fact: test.fact, operator: 'codeUnder', value: test.classes.map(({ prefix }) => prefix) }];
      case 'legal-form':
        return [{ fact: test.fact, operator: 'in', value: test.accepted }];
      case 'not-branch':
        return [{ fact: test.headOfficeFact, operator: 'equal', value: null }];
      case 'none-within-years':
      case 'must-be-false':
        return [{ fact: test.fact, operator: 'equal', value: false }];
      default:
        return [];
    }
  });
  for (const condition of conditions)
    engine.addRule(new Rule({ conditions: { all: [condition] }, event: { type: String(condition.fact) } }));
  return async (facts) => (await engine.run({ ...facts })).failureEvents.length === 0;
}

/** Applicants a second of processor time: other programs on the machine change it little. */
async function aSecond(work: () => unknown, applicantsDone: number): Promise<number> {
  const speeds: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    if (round > 0) speeds.push((applicantsDone / (user + system)) * 1e6);
  }
  return median(speeds);
}

export async function benchProgramme(): Promise<Row[]> {
  const asked = applicants();
  const judged = peer();
  for (const facts of asked) {
    const ours = checkEligibility(facts, programme115, ON).outcome === 'met';
    if (ours !== (await judged(facts))) throw new Error(`the two engines differ on ${JSON.stringify(facts)}`);
  }
  const repeats = 20;
  const value = await aSecond(() => {
    for (let i = 0; i < repeats; i++) for (const facts of asked) checkEligibility(facts, programme115, ON);
  }, asked.length * repeats);
  const peerValue = await aSecond(async () => {
    for (const facts of asked) await judged(facts);
  }, asked.length);
  return [
    {
      name: 'eligibility with its whole trace',
      value,
      unit: 'applicants a second',
      peer: 'json-rules-engine, the same conditions',
      peerValue,
      ratio: value / peerValue,
      note: 'of processor time; both give the same answers; target 250,000',
    },
  ];
}
