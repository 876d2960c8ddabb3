import { findCategory } from '@aipower/programme';
import type { Changes } from '../change.ts';
import { type Context, programmeOf, type SomeHandlers } from '../context.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { programmeHash } from '../rules.ts';
import { refuseOutsideWindow } from '../window.ts';

/** The draft: opened, filled section by section, its category changed at will, given up. */
export const draftHandlers: SomeHandlers<'draft.start' | 'section.save' | 'category.change' | 'draft.discard'> = {
  'draft.start': (context) => {
    const { command } = context;
    const programme = programmeOf(context);
    const refusal =
      refuseOutsideWindow(programme, command.category, context.now) ?? refuseCompany(context, command.category);
    if (refusal) return refusal;
    const { ubn, category, cardFingerprint, companyHash } = command;
    const copy = { id: programme.id, hash: programmeHash(programme) };
    return [{ type: 'draft.start', data: { ubn, category, programme: copy, cardFingerprint, companyHash } }];
  },
  'section.save': ({ state, command, keep }) => {
    const saved = state.sections[command.section];
    if ((saved?.version ?? 0) !== command.version) {
      return refuse('stale', { section: command.section, saved: saved?.version ?? 0, sent: command.version });
    }
    const hash = keep('section', command.body);
    const { section, findings } = command;
    return [{ type: 'section.save', data: { section, version: command.version + 1, hash, findings } }];
  },
  'category.change': (context) => {
    const { state, command } = context;
    const { category } = command;
    if (category === state.category) return refuse('same-category');
    const programme = programmeOf(context);
    if (!findCategory(programme, category)) return refuse('unknown-item', { category });
    const refusal = refuseOutsideWindow(programme, category, context.now) ?? refuseCompany(context, category);
    return refusal ?? [{ type: 'category.change', data: { before: state.category, category } }];
  },
  'draft.discard': () => [{ type: 'draft.discard', data: {} }],
};

export const draftChanges: Changes = {
  'draft.start': (_state, { data: { ubn, category, programme } }) => ({ ubn, category, programme }),
  'section.save': ({ sections }, { data: { section, version, hash } }) => ({
    sections: { ...sections, [section]: { version, hash } },
  }),
  // The answers of both categories stay: sections are kept by their own id until the form is sent.
  'category.change': (_state, { data: { category } }) => ({ category }),
};

/** One live application for a company and category, no bar, and a branch only where the programme takes branches. */
export function refuseCompany({ facts, day }: Pick<Context, 'facts' | 'day'>, category: string): Refusal | null {
  if (facts.liveApplication) return refuse('duplicate', { application: facts.liveApplication, category });
  const bar = facts.bars?.find(({ until }) => until === null || day <= until);
  if (bar) return refuse('barred', bar);
  const takesBranches = facts.programme?.desk.branch === 'allowed';
  return facts.establishment === 'branch' && !takesBranches ? refuse('branch') : null;
}
