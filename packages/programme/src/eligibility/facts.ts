import type { Day } from '@aipower/taiwan/dates';
import * as z from 'zod';
import { factIds } from '../programme/condition-schema.ts';

/** The id of a fact that conditions ask for. */
export type FactId = (typeof factIds)[number];

/** Where a fact was read, so that an answer can be defended. */
export interface FactSource {
  /** Who says so: a register, the card, the applicant. */
  readonly source: string;
  /** Day the source was made; left out when it is asked live. */
  readonly seenOn?: Day | undefined;
}

const text = (max: number) => z.string().max(max);
const day = z.iso.date({ error: 'expected a real day as YYYY-MM-DD' });
const event = z.union([z.boolean(), day], { error: 'expected true, false or a real day as YYYY-MM-DD' });
const source = z.strictObject({ source: text(300).min(1), seenOn: day.optional() });

/**
 * What is known of an applicant. Leave out what is not known: a fact left out is never read as a no.
 * Strict: an unknown key is an error. Used by checkEligibility, and by the site for its API document.
 */
export const applicantFactsSchema = z.strictObject({
  ubn: text(20).optional(),
  name: text(300).optional(),
  /**
   * 行業代號 of the tax register in their printed order, or classes such as J62. An entry may hold several, as pasted from
   * the look-up: `系統整合(620211)、其他電腦相關服務(620900)`. An empty list counts as not known.
   */
  industryCodes: z.array(text(400)).max(32).optional(),
  /** 組織別名稱 or 組織種類 as the register prints it. */
  organisationType: text(60).optional(),
  /** 總機構統一編號; null when it is known that there is none. */
  headOfficeUbn: text(20).nullable().optional(),
  /** 商工登記 核准設立日期. */
  businessApprovedOn: day.optional(),
  /** 稅籍登記 設立日期: another date, never used for priority. */
  taxRegisteredOn: day.optional(),
  prcInvestment: z.boolean().optional(),
  /** false: none in the years asked for, and no suspension still running. true: there was one. A day: the day of the latest. */
  governmentProjectBreach: event.optional(),
  /** false: none in the years asked for. true: there was one. A day: the day of the latest. */
  seriousLawViolation: event.optional(),
  sources: z.partialRecord(z.enum(factIds), source).optional(),
});

/** What is known of an applicant, by fact; what is left out is unknown. */
export type ApplicantFacts = Readonly<z.infer<typeof applicantFactsSchema>>;

/** @throws TypeError naming every fact that has a wrong type or is unknown. */
export function assertFacts(facts: unknown, argument: string): asserts facts is ApplicantFacts {
  const parsed = applicantFactsSchema.safeParse(facts);
  if (parsed.success) return;
  const issues = parsed.error.issues
    .slice(0, 10)
    .map(({ path, message }) => `${path.join('.') || 'facts'}: ${message}`);
  throw new TypeError(`${argument}: ${issues.join('; ')}`);
}
