import type { CaseFile } from '../case-file.ts';
import type { Content } from '../context.ts';
import type { CaseEvent } from '../event.ts';
import { canonicalText } from '../text-hash.ts';
import type { Trx } from './chain.ts';
import type { Prepared } from './prepared.ts';
import { keepTexts } from './texts.ts';

/** Keep the texts and forms behind the hashes of events: reasons, comments, versions of the form, sections of a draft. */
export async function keepContents(trx: Trx, all: readonly Prepared[]): Promise<void> {
  const texts = all.flatMap(({ contents, after }) =>
    contents.flatMap(({ kind, hash, body }) =>
      kind === 'form' || kind === 'section'
        ? []
        : [{ application: after.state.id, hash, kind, body: canonicalText(body) }],
    ),
  );
  await keepTexts({ db: trx }, texts);
  for (const { events, contents, after } of all) {
    for (const event of events) await keepTyped(trx, after.state, event, contents);
  }
}

/** What the company typed. */
async function keepTyped(trx: Trx, state: CaseFile, event: CaseEvent, contents: readonly Content[]): Promise<void> {
  const application = state.id;
  if (event.type === 'submit' || event.type === 'revise' || event.type === 'supplement.submit') {
    const body = canonicalText(contents.find(({ hash }) => hash === event.data.hash)!.body);
    const { n, hash, at } = state.forms.at(-1)!;
    await trx.insertInto('desk_form_version').values({ application, n, hash, body, submitted_at: at }).execute();
  }
  const section = sectionOf(event, contents);
  if (!section) return;
  const { version, body } = section;
  await trx
    .insertInto('desk_draft_section')
    .values({ application, ...section, saved_at: event.at })
    .onConflict((conflict) =>
      conflict.columns(['application', 'section']).doUpdateSet({ version, body, saved_at: event.at }),
    )
    .execute();
}

function sectionOf(
  event: CaseEvent,
  contents: readonly Content[],
): { section: string; version: number; body: string } | null {
  if (event.type !== 'section.save' && event.type !== 'supplement.save') return null;
  const body = canonicalText(contents.find(({ hash }) => hash === event.data.hash)!.body);
  return event.type === 'section.save'
    ? { section: event.data.section, version: event.data.version, body }
    : { section: 'supplement', version: 0, body };
}
