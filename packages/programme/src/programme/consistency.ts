import { adYear } from '@aipower/taiwan/dates';
import type { DataIssue } from './data-error.ts';
import type { ProgrammeData } from './programme-schema.ts';

/** What the shape alone cannot say: sums, order, and that every reference inside the file leads somewhere. */
export function inconsistencies(programme: ProgrammeData): DataIssue[] {
  const issues: DataIssue[] = [];
  const report = (path: string, code: string, message: string) => issues.push({ path, code, message });
  const unique = (path: string, ids: readonly string[]) => {
    for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i)))
      report(path, 'duplicate', `"${id}" is there twice`);
  };
  unique(
    'categories',
    programme.categories.map(({ id }) => id),
  );
  unique(
    'levels',
    programme.levels.map(({ id }) => id),
  );
  unique(
    'facts',
    programme.facts.map(({ id }) => id),
  );
  unique(
    'bonus.items',
    programme.bonus.items.map(({ id }) => id),
  );
  unique(
    'modelLists',
    programme.modelLists.map(({ id }) => id),
  );
  const { conditions, priority } = programme.eligibility;
  unique(
    'eligibility',
    [...conditions, ...priority].map(({ id }) => id),
  );
  if (!programme.window.closesAt.startsWith(String(adYear(programme.rocYear)))) {
    report('window.closesAt', 'year', `closes in another year than ROC ${programme.rocYear}`);
  }

  // What the application desk shows before a form, and fills in itself.
  if (!programme.notices.some(({ id }) => id === 'terms')) report('notices', 'missing', 'no notice "terms"');
  const fields = programme.forms.sections.flatMap((section) => section.fields);
  for (const wanted of ['category', 'companyName', 'ubn']) {
    if (!fields.some(({ id }) => id === wanted)) report('forms.sections', 'missing', `no field "${wanted}"`);
  }

  for (const { id } of fields.filter(({ kind, role }) => kind === 'email' && role === undefined)) {
    report('forms.sections', 'missing', `e-mail field "${id}" has no role: nobody knows whether it is written to`);
  }

  const steps = programme.desk.steps.map(({ category }) => category);
  unique('desk.steps', steps);
  for (const { id } of programme.categories) {
    if (!steps.includes(id)) report('desk.steps', 'reference', `does not say how "${id}" is handled`);
  }

  for (const [i, category] of programme.categories.entries()) {
    const path = `categories.${i}`;
    const sum = category.weights.reduce((total, { percent }) => total + percent, 0);
    if (sum !== 100) report(`${path}.weights`, 'sum', `weights add up to ${sum}, not 100`);
    unique(
      `${path}.weights`,
      category.weights.map(({ id }) => id),
    );
    for (const [j, round] of category.rounds.entries()) {
      const before = category.rounds[j - 1];
      if (round.number !== j + 1)
        report(`${path}.rounds.${j}`, 'order', `round ${round.number} stands at place ${j + 1}`);
      if (before && before.reviewOn >= round.reviewOn) {
        report(`${path}.rounds.${j}`, 'order', `${round.reviewOn} is not after ${before.reviewOn}`);
      }
    }
    fieldIssues(programme, category.id, report);
  }
  const facts = new Set(programme.facts.map(({ id }) => id));
  for (const { id, test } of [...conditions, ...priority]) {
    const asked = test.kind === 'not-branch' ? [test.organisationFact, test.headOfficeFact] : [test.fact];
    for (const fact of asked) {
      if (!facts.has(fact))
        report(`eligibility.${id}`, 'reference', `asks for the fact "${fact}", which facts does not list`);
    }
  }
  return issues;
}

function fieldIssues(
  programme: ProgrammeData,
  categoryId: string,
  report: (path: string, code: string, message: string) => void,
) {
  const applies = (categories: readonly string[] | undefined) => !categories || categories.includes(categoryId);
  const sections = programme.forms.sections.filter((section) => applies(section.categories));
  const fields = sections.flatMap((section) => section.fields.filter((field) => applies(field.categories)));
  const byId = new Map(fields.map((field) => [field.id, field]));
  const category = programme.categories.find(({ id }) => id === categoryId);
  const path = (id: string) => `forms.${categoryId}.${id}`;

  if (byId.size !== fields.length) report(path('fields'), 'duplicate', 'a field id is there twice');
  if (byId.get('category')?.kind !== 'category')
    report(path('category'), 'reference', 'the form has no category field');
  for (const field of fields) {
    const miss = (what: string) => report(path(field.id), 'reference', what);
    if (field.when) {
      const other = byId.get(field.when.field);
      const has = other?.options?.some(({ id }) => id === field.when?.has);
      if (!has) miss(`depends on "${field.when.field}" having "${field.when.has}", which is no such choice`);
    } else if (field.requirement === 'when') miss('has requirement "when" and no "when"');
    if (
      field.modelList &&
      !programme.modelLists.some((list) => list.id === field.modelList && list.category === categoryId)
    ) {
      miss(`uses the model list "${field.modelList}", which this category does not have`);
    }
    if (field.kind.startsWith('choice') && !field.options && !field.modelList) miss('is a choice without options');
    if (field.criterion && !category?.weights.some(({ id }) => id === field.criterion)) {
      miss(`belongs to the criterion "${field.criterion}", which this category does not weigh`);
    }
    if (field.bonus && !programme.bonus.items.some(({ id, field: f }) => id === field.bonus && f === field.id)) {
      miss(`claims the bonus item "${field.bonus}", which does not name this field`);
    }
  }
  for (const item of programme.bonus.items) {
    if (byId.get(item.field)?.bonus !== item.id)
      report(path(item.field), 'reference', `bonus item ${item.id} has no field`);
  }
}
