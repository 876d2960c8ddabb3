import type { CaseFile } from '@aipower/applications';
import { draftSections, programmeOfCase } from '@aipower/applications/storage';
import {
  type FieldIssue,
  type FieldValue,
  findCategory,
  type Programme,
  readIndustryCode,
  validateApplication,
} from '@aipower/programme';
import type { Deps } from '../../deps.ts';
import type { Entries } from '../../desk/posting.ts';
import type { Company } from '../company/company.ts';
import { answersOf, type Fixed } from './entries.ts';
import { type FormPage, formPages } from './form-pages.ts';

export interface PageState {
  readonly page: FormPage;
  /** 0 while it was never saved. */
  readonly version: number;
  readonly issues: readonly FieldIssue[];
}

/** A draft as it stands: what was typed on every page, the answers it makes, and what each page still lacks. */
export interface Draft {
  readonly programme: Programme;
  readonly fixed: Fixed;
  readonly entries: Entries;
  readonly answers: Readonly<Record<string, FieldValue>>;
  readonly pages: readonly PageState[];
  /** Fields filled in from the tax register and not looked at yet. */
  readonly suggested: readonly string[];
  readonly noticesRead: boolean;
}

export async function readDraft(deps: Deps, state: CaseFile, company: Company): Promise<Draft> {
  const { database } = deps.desk;
  const programme = await programmeOfCase(database, state, deps.programmes);
  const sections = await draftSections(database, state.id);
  const pages = formPages(programme, state.category);
  const saved = Object.assign({}, ...pages.map(({ section }) => sections[section]?.body ?? {})) as Entries;
  const isNew = sections['company'] === undefined;
  const suggestions = isNew ? await suggestedEntries(deps, programme, company) : {};
  const fixed = { category: state.category, companyName: company.name, ubn: state.ubn };
  const entries = { ...suggestions, ...saved };
  const answers = answersOf(programme, fixed, entries);
  const check = validateApplication(programme, state.category, answers);
  const issues = check.ok ? [] : check.issues;
  return {
    programme,
    fixed,
    entries,
    answers,
    pages: pages.map((page) => ({
      page,
      version: sections[page.section]?.version ?? 0,
      issues: issues.filter(({ field }) => page.fields.some(({ id }) => id === field)),
    })),
    suggested: Object.keys(suggestions),
    noticesRead: sections['notices'] !== undefined,
  };
}

/** What the tax register knows already, to be looked at and changed: never what it does not know, such as 核准設立日期. */
async function suggestedEntries(
  { register }: Deps,
  programme: Programme,
  { ubn }: Company,
): Promise<Record<string, string | string[]>> {
  const unit = register.tax.status().loaded ? await register.tax.byUbn(ubn) : null;
  if (!unit) return {};
  const [first] = programme.eligibility.conditions;
  const classes = first?.test.kind === 'industry-code' ? first.test.classes : [];
  const ticked = unit.industries.flatMap(({ code }, i) => {
    const read = readIndustryCode(code, i + 1, classes);
    return 'class' in read && read.class ? [read.class.id] : [];
  });
  return {
    address: unit.address,
    ...(unit.capital !== null && { paidInCapital: String(unit.capital) }),
    ...(ticked.length > 0 && { industries: [...new Set(ticked)] }),
  };
}

export const categoryName = (programme: Programme, id: string, language: 'zh' | 'en'): string =>
  findCategory(programme, id)?.name[language] ?? id;
