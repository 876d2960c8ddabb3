import type { BonusClaims } from '../bonus/bonus-result.ts';
import { claimsNothing } from '../bonus/not-claimed.ts';
import type { ApplicantFacts } from '../eligibility/facts.ts';
import type { ModelDescription } from '../model-origin/model-origin.ts';
import type { FormField, Programme } from '../programme/parse-programme.ts';
import { formFields } from '../programme/programme.ts';
import type { Application, FieldValue } from './application-schema.ts';

/**
 * The entries of an HTML form (text, or several texts) as the input of `validateApplication`: numbers and ticks get their
 * type, numbers and telephones their half-width digits, blank ends are cut, fields left blank are left out. What cannot be read is kept as typed, so that the check can say
 * so. Entries the form does not have are kept too, for the same reason.
 */
export function readApplicationForm(
  programme: Programme,
  categoryId: string,
  entries: Readonly<Record<string, string | readonly string[] | undefined>>,
): Record<string, FieldValue> {
  const fields = new Map(formFields(programme, categoryId).map((field) => [field.id, field]));
  const input: Record<string, FieldValue> = {};
  for (const [id, entry] of Object.entries(entries)) {
    const value = entry === undefined ? undefined : readEntry(fields.get(id), entry);
    if (value !== undefined) input[id] = value;
  }
  return input;
}

function readEntry(field: FormField | undefined, entry: string | readonly string[]): FieldValue | undefined {
  const many = typeof entry === 'string' ? [entry] : entry;
  if (field?.kind === 'choice-many') {
    const chosen = many.filter((one) => one !== '');
    return chosen.length > 0 ? chosen : undefined;
  }
  if (typeof entry !== 'string' && entry.length > 1) return entry;
  const text = (many[0] ?? '').trim();
  if (text === '') return undefined;
  if (field?.kind === 'consent') return ['on', 'true', 'yes', '1'].includes(text) ? true : text;
  // 1,000 and full-width digits are what people type.
  const narrow = text.normalize('NFKC');
  if (field && ['ubn', 'phone', 'mobile', 'pixels'].includes(field.kind)) return narrow;
  const plain = narrow.replace(/,(?=\d{3}(?:\D|$))/g, '');
  const number = field?.kind === 'integer' || field?.kind === 'number';
  return number && /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : text;
}

const text = (application: Application, field: string) => {
  const value = application[field];
  return typeof value === 'string' ? value : '';
};

/** The words of the project in which its needs show: the answers the reviewers score, and the topic. Without 無. */
export function applicationText(programme: Programme, categoryId: string, application: Application): string {
  const toldFields = formFields(programme, categoryId).filter(
    ({ id, kind, criterion }) => id === 'topic' || (kind === 'long-text' && criterion !== undefined),
  );
  return toldFields
    .map(({ id }) => text(application, id).trim())
    .filter((answer) => !claimsNothing(answer))
    .join('\n');
}

/** What the form claims as bonus, by bonus item id. */
export function applicationBonusClaims(programme: Programme, application: Application): BonusClaims {
  return Object.fromEntries(
    programme.bonus.items.map(({ id, field }) => {
      const value = application[field];
      return [id, typeof value === 'string' || typeof value === 'boolean' ? value : null];
    }),
  );
}

/** Every model the application names: the one to upload with its base, and the ones it chose. */
export function applicationModels(
  programme: Programme,
  categoryId: string,
  application: Application,
): readonly ModelDescription[] {
  const models: ModelDescription[] = [];
  const [name, base] = [text(application, 'modelName').trim(), text(application, 'baseModel').trim()];
  const named = !claimsNothing(name);
  const based = !claimsNothing(base);
  if (named || based) models.push({ name: named ? name : undefined, base: based ? base : undefined });
  for (const { id, modelList, exclusive } of formFields(programme, categoryId)) {
    const chosen = modelList ? application[id] : undefined;
    if (!Array.isArray(chosen)) continue;
    for (const choice of chosen as readonly string[]) {
      if (choice !== exclusive?.id && !models.some((model) => model.name === choice)) models.push({ name: choice });
    }
  }
  return models;
}

/**
 * The facts an application states about its applicant. Industries are the classes ticked in the form, not codes of the tax
 * register; an accepted declaration is the applicant's word on investment and breaches, and the source says so.
 */
export function applicationFacts(application: Application): ApplicantFacts {
  const declared = { source: 'declaration in the application' } as const;
  const formSource = { source: 'application form' } as const;
  const industries = application['industries'];
  const hasIndustries = Array.isArray(industries) && industries.length > 0;
  const accepted = application['declarationAccepted'] === true;
  return {
    ...(text(application, 'companyName') ? { name: text(application, 'companyName') } : {}),
    ...(text(application, 'ubn') ? { ubn: text(application, 'ubn') } : {}),
    ...(hasIndustries ? { industryCodes: [...(industries as readonly string[])] } : {}),
    ...(accepted ? { prcInvestment: false, governmentProjectBreach: false, seriousLawViolation: false } : {}),
    sources: {
      ...(hasIndustries ? { industryCodes: formSource } : {}),
      ...(accepted
        ? { prcInvestment: declared, governmentProjectBreach: declared, seriousLawViolation: declared }
        : {}),
    },
  };
}
