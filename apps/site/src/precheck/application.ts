import {
  type Application,
  formFields,
  type Programme,
  readApplicationForm,
  validateApplication,
} from '@aipower/programme';
import { projectFields } from '../applicant/project-fields.ts';
import type { Visit } from '../page/page.ts';
import { linesOf, type PrecheckValues } from './values.ts';

type Entries = Readonly<Record<string, string | readonly string[]>>;

/** The models that the programme lists, whatever the category and environment, each once. */
export const listedModels = ({ modelLists }: Programme): readonly string[] => [
  ...new Set(modelLists.flatMap(({ models }) => models.map(({ name }) => name))),
];

/** The domains that the form offers; empty where it asks for none. */
export function domainChoices(programme: Programme) {
  const fields = programme.categories.flatMap(({ id }) => formFields(programme, id));
  const field = fields.find(({ id }) => id === 'domains');
  return field?.options ?? [];
}

/** What was filled in, under the names of the official form of a category. What is blank is left out. */
export function formEntries(programme: Programme, category: string, values: PrecheckValues): Entries {
  const entries: Record<string, string | readonly string[]> = {};
  const listed = linesOf(values['listed']);
  const own: Readonly<Record<string, string | readonly string[] | undefined>> = {
    category,
    companyName: values.name,
    ubn: values.ubn,
    modelName: values.modelName,
    baseModel: values.baseModel,
    domains: linesOf(values['domains']),
    ...Object.fromEntries(projectFields(programme).map(({ id }) => [id, values[id]])),
    ...Object.fromEntries(programme.bonus.items.map(({ id, field }) => [field, values[`bonus-${id}`]])),
  };
  for (const { id, modelList } of formFields(programme, category)) {
    const list = modelList && programme.modelLists.find((one) => one.id === modelList);
    const value = list ? list.models.map(({ name }) => name).filter((name) => listed.includes(name)) : own[id];
    if (value !== undefined && value.length > 0 && (typeof value !== 'string' || value.trim() !== ''))
      entries[id] = value;
  }
  return entries;
}

/** The same, back into the fields of the pre-check: what somebody took along, from here or from the application desk. */
export function valuesOfEntries(programme: Programme, entries: Entries): Record<string, string> {
  const one = (id: string) => [entries[id] ?? ''].flat()[0] ?? '';
  const lists = programme.categories
    .flatMap(({ id }) => formFields(programme, id))
    .filter(({ modelList }) => modelList);
  const listed = new Set(lists.flatMap(({ id }) => [entries[id] ?? []].flat()));
  return {
    name: one('companyName'),
    ubn: one('ubn'),
    modelName: one('modelName'),
    baseModel: one('baseModel'),
    domains: [entries['domains'] ?? []].flat().join('\n'),
    listed: listedModels(programme)
      .filter((name) => listed.has(name))
      .join('\n'),
    ...Object.fromEntries(projectFields(programme).map(({ id }) => [id, one(id)])),
    ...Object.fromEntries(programme.bonus.items.map(({ id, field }) => [`bonus-${id}`, one(field)])),
  };
}

/** The answers as the library reads them. */
export const applicationOf = (programme: Programme, category: string, entries: Entries): Application =>
  readApplicationForm(programme, category, entries);

/** What the official form would say to the answers given here, and how many of its required fields were not asked for. */
export function formCheck(programme: Programme, category: string, entries: Entries, { t, language }: Visit) {
  const check = validateApplication(programme, category, applicationOf(programme, category, entries));
  if (check.ok) return { issues: [], missing: 0 };
  const labels = new Map(formFields(programme, category).map(({ id, label }) => [id, label[language]]));
  const given = check.issues.filter(({ field }) => entries[field] !== undefined);
  return {
    issues: given.map(({ field, code }) => ({ label: labels.get(field) ?? field, message: t.rules.fields[code] })),
    missing: check.issues.length - given.length,
  };
}
