import type { CaseFile } from '@aipower/applications';
import { lastFormVersion, programmeOfCase, readCase } from '@aipower/applications/storage';
import type { Programme } from '@aipower/programme';
import type { Deps } from '../../deps.ts';
import type { Visit } from '../../page/page.ts';
import { companyName } from '../queue/row.ts';
import { longTexts } from './features.ts';
import { sharedPassage } from './shared-passage.ts';
import type { Other, Signal, SignalIndex } from './signal-index.ts';

const SHOWN = 5;

interface Compared {
  readonly state: CaseFile;
  readonly programme: Programme;
  readonly form: Readonly<Record<string, unknown>>;
}

/** What this application shares with others, in neutral words, each with what it rests on. Nothing of it counts by itself. */
export async function signalsView(deps: Deps, index: SignalIndex, { state, programme, form }: Compared, visit: Visit) {
  const words = visit.t.staff.signals;
  const signals = await index.signalsOf(deps.desk.database, state.id);
  return Promise.all(
    signals.map(async (signal) => ({
      what: signal.kind === 'text' ? words.text(Math.round(signal.share * 100)) : words.same[signal.kind],
      evidence: await evidenceOf(signal),
      others: await Promise.all(signal.others.slice(0, SHOWN).map((other) => otherView(other))),
      more: signal.others.length > SHOWN ? words.more(signal.others.length - SHOWN) : '',
    })),
  );

  async function evidenceOf(signal: Signal): Promise<string> {
    if (signal.kind !== 'text') return signal.value;
    const { database } = deps.desk;
    const other = await readCase(database, signal.others[0]!.application);
    const theirs = other && (await lastFormVersion(database, other))?.form;
    if (!theirs) return '';
    const texts = [
      longTexts(programme, form),
      longTexts(await programmeOfCase(database, other, deps.programmes), theirs),
    ].map((all) => all.join('\n'));
    const passage = sharedPassage(texts[0]!, texts[1]!);
    return passage === null ? '' : words.passage(passage.replace(/\s+/g, ' ').slice(0, 200));
  }

  async function otherView({ application: id, receiptNo, ubn }: Other) {
    const state = await readCase(deps.desk.database, id);
    return {
      href: visit.paths.staffCase(id),
      name: state ? await companyName(deps, state) : ubn,
      ubn,
      number: receiptNo,
    };
  }
}
