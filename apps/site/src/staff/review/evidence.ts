import type { CaseFile } from '@aipower/applications';
import { casesOfCompany } from '@aipower/applications/storage';
import { claimsNothing, formFields, modelOrigin, type Programme } from '@aipower/programme';
import { applicationEvidence } from '../../applicant/application-evidence.ts';
import type { Deps } from '../../deps.ts';
import type { Visit } from '../../page/page.ts';
import { itemName } from '../assign/item-names.ts';
import type { Project } from '../assign/project-items.ts';
import { linkRows, registrationRows } from '../screening/bonus.ts';

const modelMarks = { listed: 'good', forbidden: 'bad', 'ask-organiser': 'unsure' } as const;

/** What stands beside an application: registrations on both days, items of the project, models, links, earlier promises. */
export async function evidenceView(
  deps: Deps,
  parts: {
    readonly state: CaseFile;
    readonly programme: Programme;
    readonly form: Readonly<Record<string, unknown>>;
    readonly project: Project;
  },
  visit: Visit,
) {
  const { state, programme, form, project } = parts;
  const { paths } = visit;
  const evidence = await applicationEvidence(deps, programme, form, state.forms.at(-1)!.at);
  return {
    registrations: registrationRows(programme, evidence, visit),
    links: linkRows(programme, form, visit),
    items: project.items.map(({ code }) => ({ name: itemName(code, visit), href: paths.catalogueEntry(code) })),
    models: modelRows(programme, state.category, form, visit),
    watched: await watchedPromises(deps, state, programme, visit),
  };
}

/** Where each model that the form names comes from, by the list of the programme. */
function modelRows(
  programme: Programme,
  category: string,
  form: Readonly<Record<string, unknown>>,
  { t, show }: Visit,
) {
  const said = (id: string) => {
    const value = form[id];
    return typeof value === 'string' && value.trim() !== '' && !claimsNothing(value) ? value.trim() : undefined;
  };
  const own = { name: said('modelName'), base: said('baseModel') };
  const lists = formFields(programme, category).filter(({ modelList }) => modelList !== undefined);
  const ticked = lists.flatMap(({ id, exclusive }) =>
    [form[id] ?? []]
      .flat()
      .map(String)
      .filter((name) => name !== exclusive?.id),
  );
  const asked = [...(own.name || own.base ? [own] : []), ...ticked.map((name) => ({ name, base: undefined }))];
  return asked.map(({ name, base }) => {
    const answer = modelOrigin(programme, { name, base });
    const words = t.rules.models;
    const known = answer.parts.flatMap(({ recognised }) => recognised.map((one) => one.name));
    const text = answer.parts.map((part) => part.text).join(' ← ');
    return {
      name: text,
      status: modelMarks[answer.answer],
      word: words.answers[answer.answer],
      sentence: words.reasons[answer.reason]({
        name: text,
        listed: answer.listed ?? '',
        base: answer.listedBase ?? '',
        known: show.list([...new Set(known)]),
      }),
    };
  });
}

/** What the company promised to publish at an earlier award and did not: the watch list of the programme. */
async function watchedPromises({ desk }: Deps, { id, ubn }: CaseFile, programme: Programme, { language }: Visit) {
  const earlier = (await casesOfCompany(desk.database, ubn)).filter((one) => one.id !== id);
  return earlier.flatMap(({ receiptNo, publications }) =>
    publications
      .filter(({ state }) => state === 'watch-list')
      .map(({ item }) => ({
        number: receiptNo ?? '',
        label: programme.bonus.items.find((one) => one.id === item)?.label[language] ?? item,
      })),
  );
}
