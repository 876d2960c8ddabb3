import { modelOrigin, programmeOn, roundFor } from '@aipower/programme';
import { type Day, dayEnd } from '@aipower/taiwan/dates';
import { z } from 'zod';
import { askedProgramme } from '../api/asked-programme.ts';
import type { Operation } from '../api/operation.ts';
import { catalogueEntry } from '../api/operations/catalogue.ts';
import { checkEligibilityOperation } from '../api/operations/eligibility.ts';
import { searchCatalogue } from '../api/operations/find.ts';
import { getProvider, listProviders } from '../api/operations/providers.ts';
import { verifyClaims } from '../api/operations/verification.ts';
import { applicantFacts } from '../api/schemas/applicant.ts';
import { day, onQuery, plainText, ubn } from '../api/schemas/basics.ts';
import { entry } from '../api/schemas/catalogue.ts';
import { schemeId } from '../api/schemas/register.ts';
import { claim, verdict } from '../api/schemas/verification.ts';
import type { Deps } from '../deps.ts';

export interface Tool {
  readonly name: string;
  readonly title: string;
  /** What it answers, and what it never says. */
  readonly description: string;
  readonly input: z.ZodObject;
  readonly output: z.ZodType;
  answer(input: never, deps: Deps, today: Day): unknown;
}

const tool = <I extends z.ZodObject, O extends z.ZodType>(
  definition: Omit<Tool, 'input' | 'output' | 'answer'> & {
    readonly input: I;
    readonly output: O;
    answer(input: z.output<I>, deps: Deps, today: Day): unknown;
  },
): Tool => definition as unknown as Tool;

/** An operation of the API asked for its answer, so that a tool never says another thing than the API. */
async function ask(
  operation: Operation,
  asked: { readonly params?: unknown; readonly query?: unknown; readonly body?: unknown },
  deps: Deps,
  today: Day,
): Promise<unknown> {
  const call = { params: {}, query: {}, body: undefined, ...asked, deps, today, language: 'zh', aborted: () => false };
  return operation.handle(call as Parameters<Operation['handle']>[0], undefined as never, undefined as never);
}

const round = z.looseObject({
  state: z.enum(['open', 'closed', 'not-open']),
  category: z.string(),
  closesAt: z.string(),
});

/** Every tool: read only, each a question the pages answer too, none of the application desk. */
export const tools: readonly Tool[] = [
  tool({
    name: 'search_catalogue',
    title: '搜尋服務項目',
    description: 'Items of the AI service catalogue (87) for a code or words in Chinese or English.',
    input: searchCatalogue.query as z.ZodObject,
    output: searchCatalogue.response,
    answer: (query, deps, today) => ask(searchCatalogue, { query }, deps, today),
  }),
  tool({
    name: 'get_item',
    title: '一個服務項目',
    description: 'One tier, group or item of the catalogue by its code, with the official definition to the letter.',
    input: z.strictObject({ code: z.string().max(40) }),
    output: entry,
    answer: ({ code }, deps, today) => catalogueEntry(code, deps, today),
  }),
  tool({
    name: 'search_providers',
    title: '搜尋登錄業者',
    description:
      'Registered providers by name, item, scheme, city or state on a day. An empty list is no proof: look at register.lists first.',
    input: listProviders.query as z.ZodObject,
    output: listProviders.response,
    answer: (query, deps, today) => ask(listProviders, { query }, deps, today),
  }),
  tool({
    name: 'get_provider',
    title: '一家業者',
    description: 'One provider by its 統一編號, with every certificate it holds or held, judged on a day and today.',
    input: z.strictObject({ ubn, ...onQuery }),
    output: getProvider.response,
    answer: ({ ubn: asked, on }, deps, today) =>
      ask(getProvider, { params: { ubn: asked }, query: { on } }, deps, today),
  }),
  tool({
    name: 'verify_certificate',
    title: '證書查驗',
    description:
      'Is a certificate valid on a day, and is it the claimant’s? The verdict unverifiable means that it cannot be verified: neither yes nor no.',
    input: claim.omit({ id: true }).extend({ on: onQuery.on }),
    output: z.strictObject({ register: z.looseObject({}), on: day, today: day, result: verdict }),
    async answer({ on, ...one }, deps, today) {
      const body = { on, claims: [one] };
      const { results, ...about } = (await ask(verifyClaims, { body }, deps, today)) as { results: readonly unknown[] };
      return { ...about, result: results[0] };
    },
  }),
  tool({
    name: 'check_eligibility',
    title: '檢查申請資格',
    description:
      'The conditions of the compute programme one by one: met, not met, or unknown with what is missing. Decides nothing; the organiser does.',
    input: z.strictObject({ programme: z.string().max(10).optional(), on: onQuery.on, facts: applicantFacts }),
    output: checkEligibilityOperation.response,
    answer: (body, deps, today) => ask(checkEligibilityOperation, { body }, deps, today),
  }),
  tool({
    name: 'programme_rounds',
    title: '審查梯次',
    description:
      'Which review round an application submitted on a day joins, in each category, and when the window closes.',
    input: z.strictObject({ on: onQuery.on }),
    output: z.strictObject({ programme: z.string(), on: day, rounds: z.array(round) }),
    answer({ on = '' }, deps, today) {
      const asked = on || today;
      const programme = programmeOn(asked, deps.programmes);
      // The end of the day: who submits then is surely within what is told.
      const rounds = programme.categories.map(({ id }) => roundFor(programme, id, dayEnd(asked)));
      return { programme: programme.id, on: asked, rounds };
    },
  }),
  tool({
    name: 'model_origin',
    title: '模型來源',
    description:
      'May a model be used on the platform as far as its origin goes: listed, forbidden, or to be asked of the organiser. Never says allowed.',
    input: z.strictObject({
      name: plainText(200, 1),
      base: plainText(200).optional(),
      teacher: plainText(200).optional(),
      component: z.boolean().optional(),
      programme: z.string().max(10).optional(),
    }),
    output: z.looseObject({ answer: z.enum(['listed', 'forbidden', 'ask-organiser']), reason: z.string() }),
    answer: ({ programme, ...model }, deps, today) =>
      modelOrigin(askedProgramme(deps.programmes, programme, today, 'en'), model),
  }),
];

/** The scheme ids a client may need beside the tools. */
export const schemeIds: readonly string[] = schemeId.options;
