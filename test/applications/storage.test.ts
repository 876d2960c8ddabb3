import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Command, type Facts, replay } from '@aipower/applications';
import {
  type DeskDatabase,
  draftSections,
  dropProposal,
  endSession,
  endSessionsOf,
  eventsOf,
  execute,
  executeAll,
  executeEach,
  findMissingParts,
  formVersion,
  giveRole,
  keepChallenge,
  keepMeeting,
  logLines,
  meetingsOf,
  offerPoints,
  openDesk,
  openProposals,
  profileHash,
  proposalActs,
  propose,
  proposePublication,
  publish,
  readCase,
  recordRead,
  rolesOn,
  saveCheckDraft,
  saveReviewerProfile,
  sendDueNotices,
  settleNotice,
  startSession,
  takeChallenge,
  textOf,
  tickAll,
  useSession,
  verifyLog,
} from '@aipower/applications/storage';
import { DatabaseError } from '@aipower/database';
import { parseProgramme, programme115, programmes } from '@aipower/programme';
import { checkUbn } from '@aipower/taiwan';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programmeFile } from '../programme/cases.ts';
import { postgresServer, sqliteFiles, type TestDatabases } from '../registry/databases.ts';
import { type Category, chair, convene, formOf, officer, reviewer } from './play.ts';

const NOW = '2026-08-12T01:00:00.000Z';
const bin = fileURLToPath(new URL('../../packages/applications/bin/aipower-applications.js', import.meta.url));

describe.each([
  ['SQLite', sqliteFiles],
  ['PostgreSQL', postgresServer],
])('the desk on %s', (kind, make) => {
  let databases: TestDatabases;
  let url: string;
  let desk: DeskDatabase;
  beforeAll(async () => {
    databases = await make();
    url = await databases.create();
    desk = await openDesk(url);
  });
  afterAll(async () => {
    await desk?.close();
    await databases?.stop();
  });

  let next = 0;
  /** A company of its own for each application, from the fictional numbers with many zeros in front. */
  const companies = Array.from({ length: 900 }, (_, i) => String(i + 1).padStart(8, '0')).filter(
    (ubn) => checkUbn(ubn).ok,
  );
  const someone = (category: Category) => {
    const ubn = companies[next++]!;
    return {
      by: { kind: 'company', id: ubn } as const,
      ubn,
      form: { ...formOf(category), ubn } as Record<string, unknown>,
    };
  };

  const run = async (
    application: string | undefined,
    command: Command,
    more: { facts?: Facts; submitKey?: string; proposal?: string; programme?: typeof programme115 } = {},
    now = NOW,
  ) => {
    const { programme = programme115, ...rest } = more;
    return execute(desk, { ...(application ? { application } : {}), command, programme, ...rest }, now);
  };
  const must = async (...args: Parameters<typeof run>) => {
    const result = await run(...args);
    if ('refused' in result) throw new Error(`${args[1].type}: ${JSON.stringify(result)}`);
    return result;
  };
  const start = async (category: Category) => {
    const company = someone(category);
    const { state } = await must(undefined, {
      type: 'draft.start',
      by: company.by,
      ubn: company.ubn,
      category,
      cardFingerprint: 'f',
      companyHash: 'h',
    });
    return { id: state.id, ...company };
  };
  const submit = (one: Awaited<ReturnType<typeof start>>): Command => ({
    type: 'submit',
    by: one.by,
    form: one.form,
    receiptNo: '',
    texts: {},
  });
  const decided = async (category: Category, outcome: 'approved' | 'declined') => {
    const one = await start(category);
    await must(one.id, submit(one));
    await must(one.id, { type: 'screening.start', by: officer });
    const checks = programme115.eligibility.conditions.map(({ id }) => ({ condition: id, answer: 'yes' as const }));
    const state = (await must(one.id, { type: 'accept-eligible', by: officer, checks })).state;
    await must(one.id, { type: 'reviewer.assign', by: officer, reviewer: reviewer(1).id });
    await must(one.id, { type: 'review.open', by: officer });
    await must(one.id, { type: 'review.declare', by: reviewer(1) });
    const ids = state.rules!.weights.map(({ id }) => id);
    const comments = Object.fromEntries(ids.map((id) => [id, '清楚']));
    await must(one.id, {
      type: 'review.submit',
      by: reviewer(1),
      scores: Object.fromEntries(ids.map((id) => [id, 70])),
      comments,
      level: 'L1',
    });
    await must(one.id, { type: 'review.close', by: officer });
    if (category === 'training') await must(one.id, convene);
    const level = outcome === 'approved' ? { level: 'L1' } : {};
    await must(one.id, { type: 'decide', by: chair, confirmedBy: officer, outcome, ...level });
    return one;
  };

  it('answers twenty submissions at once with one application and one receipt', async () => {
    const one = await start('training');
    const results = await Promise.all(
      Array.from({ length: 20 }, () => run(one.id, submit(one), { submitKey: 'key-1' })),
    );
    const receipts = results.map((result) => ('refused' in result ? result.refused : result.state.receiptNo));
    expect(new Set(receipts).size).toBe(1);
    expect(receipts[0]).toMatch(/^115-training-\d{4}$/);
    expect(results.filter((result) => !('refused' in result) && !result.repeated)).toHaveLength(1);
    const events = await eventsOf(desk, one.id);
    expect(events.map(({ type }) => type)).toEqual(['draft.start', 'submit']);
    expect(await formVersion(desk, one.id, 1)).toMatchObject({ form: one.form });
    expect(await formVersion(desk, one.id, 2)).toBeNull();
  });

  it('lets one of two drafts of a company begin, also when both come at once', async () => {
    const { by, ubn } = someone('inference');
    const command = {
      type: 'draft.start',
      by,
      ubn,
      category: 'inference',
      cardFingerprint: '',
      companyHash: '',
    } as const;
    const results = await Promise.all([run(undefined, command), run(undefined, command), run(undefined, command)]);
    expect(results.map((result) => ('refused' in result ? result.refused : 'begun')).sort()).toEqual([
      'begun',
      'duplicate',
      'duplicate',
    ]);
  });

  it('answers the older of two windows with the text that is saved', async () => {
    const one = await start('training');
    const save = (version: number, body: object): Command => ({
      type: 'section.save',
      by: one.by,
      section: 'project',
      version,
      body,
      findings: 0,
    });
    await must(one.id, save(0, { topic: '甲' }));
    await must(one.id, save(1, { topic: '乙' }));
    expect(await run(one.id, save(1, { topic: '丙' }))).toMatchObject({ refused: 'stale', saved: { topic: '乙' } });
    expect(await draftSections(desk, one.id)).toEqual({ project: { version: 2, body: { topic: '乙' } } });
  });

  it('answers everybody who comes at once, from two processes, and nobody fails for the fault of another', async () => {
    const other = await openDesk(url);
    try {
      const drafts = await Promise.all(Array.from({ length: 6 }, () => start('training')));
      const save = (one: (typeof drafts)[number], version: number): Command => {
        const body = { topic: `第 ${version} 次` };
        return { type: 'section.save', by: one.by, section: 'project', version, body, findings: 0 };
      };
      const lost = { ...drafts[0]!, id: 'no-such-application' };
      const at = [...drafts, lost, ...drafts.map((one) => ({ ...one, by: drafts[0]!.by }))];
      const results = await Promise.allSettled([
        ...at.map((one) => run(one.id, save(one, 0))),
        ...drafts.map((one) =>
          execute(other, { application: one.id, command: submit(one), programme: programme115 }, NOW),
        ),
      ]);
      const said = results.map((one) =>
        one.status === 'rejected' ? String(one.reason) : 'refused' in one.value ? one.value.refused : 'done',
      );
      const refused = drafts.map((_one, i) => (i === 0 ? /^(stale|wrong-state)$/ : /^not-yours$/));
      // A save may come after the other process has sent the application.
      const saved = drafts.map(() => /^(done|wrong-state)$/);
      const wanted = [
        ...saved,
        /^TypeError: no application no-such-application$/,
        ...refused,
        ...drafts.map(() => /^done$/),
      ];
      expect(said).toEqual(wanted.map((pattern) => expect.stringMatching(pattern)));
      expect((await verifyLog(desk.db)).problems).toEqual([]);
      const events = await Promise.all(drafts.map(({ id }) => eventsOf(desk, id)));
      expect(events.flat().filter(({ type }) => type === 'submit')).toHaveLength(6);
    } finally {
      await other.close();
    }
  });

  it('keeps names, numbers and reasons out of the log, and finds them behind their hash', async () => {
    const one = await start('inference');
    await must(one.id, submit(one));
    await must(one.id, { type: 'screening.start', by: officer });
    await must(one.id, {
      type: 'supplement.request',
      by: officer,
      fields: [{ field: 'topic', reason: '請洽王小明 0912345678' }],
      due: '2026-08-20',
    });
    const rows = await desk.db.selectFrom('desk_event').select('payload').where('application', '=', one.id).execute();
    const log = rows.map(({ payload }) => payload).join('\n');
    for (const secret of [
      '王小明',
      '0912345678',
      one.form['leaderName'],
      one.form['leaderEmail'],
      one.form['contactPhone'],
      one.form['companyName'],
    ]) {
      expect(log).not.toContain(String(secret));
    }
    const state = (await readCase(desk, one.id))!;
    expect(await textOf(desk, one.id, state.supplements[0]!.fields[0]!.reason)).toBe('請洽王小明 0912345678');
  });

  it('publishes a round together or not at all, and counts the points that are left', async () => {
    await offerPoints(desk, { programme: '115', category: 'inference', round: 4 }, 1000);
    const [yes, no] = [await decided('inference', 'approved'), await decided('inference', 'declined')];
    const blocked = await publish(
      desk,
      { category: 'inference', round: 4, by: chair, confirmedBy: officer },
      programme115,
      NOW,
    );
    // The application of the test before is still being screened in this round.
    expect(blocked).toMatchObject({ refused: 'undecided' });
    expect((await readCase(desk, yes.id))!.main).toBe('decided');
    const others = (blocked as unknown as { detail: { applications: string[] } }).detail.applications;
    for (const id of others) {
      const { ubn } = (await readCase(desk, id))!;
      await must(id, { type: 'withdraw', by: { kind: 'company', id: ubn } });
    }
    // What was worked out before the turn is worked out again where somebody else was in between.
    const tell = () =>
      publish(desk, { category: 'inference', round: 4, by: chair, confirmedBy: officer }, programme115, NOW);
    const [early] = await Promise.all([
      tell(),
      must(no.id, { type: 'decision.reopen', by: chair, reason: '重議' }),
      must(yes.id, { type: 'decision.reopen', by: chair, reason: '重議' }),
    ]);
    expect(early).toMatchObject({ refused: 'undecided', detail: { applications: [yes.id, no.id] } });
    const people = { by: chair, confirmedBy: officer } as const;
    await must(no.id, { type: 'decide', ...people, outcome: 'declined', reason: '不足' });
    await must(yes.id, { type: 'decide', ...people, outcome: 'approved', level: 'L1' });
    const published = await tell();
    expect(published).toMatchObject({
      publication: expect.stringMatching(/^115-inference-4-/),
      list: [{ outcome: 'approved' }, { outcome: 'declined' }],
    });
    expect((await readCase(desk, yes.id))!.award!.state).toBe('awarded');
    expect((await readCase(desk, no.id))!.main).toBe('declined');
    // Written many at once, the tables say what the case files do.
    for (const { id } of [yes, no]) {
      const rows = await desk.db
        .selectFrom('desk_decision')
        .select('published_in')
        .where('application', '=', id)
        .execute();
      const { decisions } = (await readCase(desk, id))!;
      expect(rows).toEqual(decisions.map(({ publishedIn }) => ({ published_in: publishedIn })));
    }
    const late = await decided('inference', 'declined');
    await must(late.id, { type: 'decision.reopen', by: chair, reason: '重議' });
    expect(
      await run(late.id, { type: 'decide', by: chair, confirmedBy: officer, outcome: 'approved', level: 'L1' }),
    ).toMatchObject({ refused: 'not-enough-points', detail: { left: 0 } });
  });

  /** From now on the database fails when a line of this kind comes to the log. @returns what ends it */
  const failAt = async (application: string, type: string): Promise<() => Promise<unknown>> => {
    const hit = `new.application = '${application}' and new.type = '${type}'`;
    const on = 'before insert on desk_event';
    if (kind === 'SQLite') {
      await sql
        .raw(`create trigger fault ${on} when ${hit} begin select raise(abort, 'the disk is gone'); end`)
        .execute(desk.db);
      return () => sql.raw('drop trigger fault').execute(desk.db);
    }
    const body = `begin if ${hit} then raise exception 'the disk is gone'; end if; return new; end`;
    await sql.raw(`create function fault() returns trigger language plpgsql as $$ ${body} $$`).execute(desk.db);
    await sql.raw(`create trigger fault ${on} for each row execute function fault()`).execute(desk.db);
    return () => sql.raw('drop function fault cascade').execute(desk.db);
  };

  it('does what is about several applications whole or not at all, also when the database fails midway', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 3; i++) ids.push((await decided('training', 'approved')).id);
    const { round } = (await readCase(desk, ids[0]!))!;
    const wanted = { category: 'training', round: round!, by: chair, confirmedBy: officer };
    const early = await publish(desk, wanted, programme115, NOW);
    // Applications of the tests before are still open in this round.
    const others = 'refused' in early ? (early.detail['applications'] as readonly string[]) : [];
    for (const id of others) {
      await must(id, { type: 'withdraw', by: { kind: 'company', id: (await readCase(desk, id))!.ubn } });
    }
    if (others.length > 0) await publish(desk, wanted, programme115, NOW);
    const withdrawn = await start('training');
    const request = (application: string, command: Command) => ({ application, command, programme: programme115 });
    const begin = { type: 'award.start', by: officer, start: '2026-08-20', lastDay: '2026-11-20' } as const;
    const begun = await executeEach(
      desk,
      [ids[0]!, withdrawn.id, ids[1]!, ids[2]!].map((id) => request(id, begin)),
      NOW,
    );
    expect(begun.map((one) => ('refused' in one ? one.refused : one.state.award!.state))).toEqual([
      'active',
      'wrong-state',
      'active',
      'active',
    ]);

    const usage = (points: number) => ({ source: 'july.csv', days: [{ day: '2026-08-20', points }] });
    const file = (...points: number[]) =>
      ids.map((id, i) => request(id, { type: 'usage.import', by: officer, ...usage(points[i]!) }));
    const used = async () => {
      const states = await Promise.all(ids.map((id) => readCase(desk, id)));
      return states.map((state) => state!.award!.usage['2026-08-20']);
    };
    const end = await failAt(ids[2]!, 'usage.import');
    await expect(executeAll(desk, file(1, 2, 3), NOW)).rejects.toThrow(DatabaseError);
    await end();
    expect(await used()).toEqual([undefined, undefined, undefined]);
    expect(await executeAll(desk, file(1, 2, -3), NOW)).toMatchObject({ refused: 'bad-day', index: 2 });
    expect(await used()).toEqual([undefined, undefined, undefined]);
    expect(await executeAll(desk, file(1, 2, 3), NOW)).toHaveLength(3);
    expect(await used()).toEqual([1, 2, 3]);
    for (const id of ids) {
      expect((await eventsOf(desk, id)).filter(({ type }) => type === 'usage.import')).toHaveLength(1);
    }

    // What a second person confirms is done once: a command whose proposal stayed open could be confirmed again.
    const breach = { type: 'breach.record', by: officer, item: 'cn-hk-mo-ip', on: '2026-08-21' } as const;
    await must(ids[0]!, { ...breach, evidence: '紀錄', reason: '明確' });
    const bar = { type: 'bar.impose', by: officer, reason: '累計' } as const;
    const laid = await propose(desk, ids[0]!, bar as Command, NOW);
    if (!('id' in laid)) throw new Error(JSON.stringify(laid));
    const proposal = laid.id;
    const confirm = () => run(ids[0]!, { ...bar, confirmedBy: chair } as Command, { proposal });
    const endToo = await failAt(ids[0]!, 'bar.impose');
    await expect(confirm()).rejects.toThrow(DatabaseError);
    await endToo();
    expect(await openProposals(desk, ids[0]!)).toMatchObject([{ id: proposal }]);
    const both = await Promise.all([confirm(), confirm()]);
    expect(both.map((one) => ('refused' in one ? one.refused : one.repeated)).sort()).toEqual([false, true]);
    expect((await readCase(desk, ids[0]!))!.bars).toHaveLength(1);
    expect(await openProposals(desk, ids[0]!)).toEqual([]);
    expect((await verifyLog(desk.db)).problems).toEqual([]);
  });

  it('lets nobody replace a colleague’s deed unread: proposals, deeds on a case, notes, figures, meetings', async () => {
    const one = await start('training');
    await must(one.id, submit(one));
    await must(one.id, { type: 'screening.start', by: officer });
    const other = { kind: 'officer', id: 'officer-2' } as const;
    const seen = async (proposals: readonly string[] = []) => ({
      events: (await eventsOf(desk, one.id)).length,
      proposals,
    });
    const waive = (obligation: string, reason: string): Command => {
      return { type: 'obligation.waive', by: officer, obligation, reason };
    };
    const laid = async (...args: [Command, Awaited<ReturnType<typeof seen>>?]) =>
      propose(desk, one.id, args[0], NOW, args[1]);
    const first = await laid(waive('follow-up-1', '公司解散'));
    if (!('id' in first)) throw new Error(JSON.stringify(first));
    // About another duty: both wait.
    expect('id' in (await laid(waive('follow-up-2', '公司解散')))).toBe(true);
    const second = { ...waive('follow-up-1', '已停業'), by: other } as Command;
    expect(await laid(second)).toEqual({ standing: first });
    expect(await laid(second, await seen(['somebody-else']))).toEqual({ standing: first });
    const replacing = await laid(second, await seen([first.id]));
    if (!('id' in replacing)) throw new Error(JSON.stringify(replacing));
    const open = await openProposals(desk, one.id);
    expect(open.map(({ madeBy }) => madeBy)).toEqual([officer.id, 'officer-2']);
    expect(await dropProposal(desk, replacing, officer, NOW)).toBe(true);
    expect(await dropProposal(desk, replacing, officer, NOW)).toBe(false);
    const told = await proposalActs(desk, one.id);
    expect(told.map(({ type, by, data }) => [type, by.id, data?.['obligation']])).toEqual([
      ['proposal.make', officer.id, 'follow-up-1'],
      ['proposal.make', officer.id, 'follow-up-2'],
      ['proposal.replace', 'officer-2', 'follow-up-1'],
      ['proposal.drop', officer.id, undefined],
    ]);
    // The words of both are kept, and none of them in the log itself.
    expect(await textOf(desk, one.id, told[0]!.reason!)).toBe('公司解散');
    expect(await textOf(desk, one.id, told[2]!.reason!)).toBe('已停業');
    const lines = await logLines(desk, { application: one.id, kind: 'act', most: 50 });
    expect(lines.some(({ payload }) => /公司解散|已停業/.test(payload))).toBe(false);

    // A deed on what a colleague has changed since is refused, and said so in the log; what the clock did is no deed.
    const before = await seen();
    await must(one.id, {
      type: 'supplement.request',
      by: officer,
      fields: [{ field: 'topic', reason: '請補' }],
      due: '2026-08-20',
    });
    const extend = { type: 'supplement.extend', by: other, due: '2026-08-25', reason: '來電' } as const;
    const request = { application: one.id, command: extend, programme: programme115 };
    expect(await execute(desk, { ...request, seen: before }, NOW)).toMatchObject({ refused: 'overtaken' });
    expect(await laid({ type: 'reopen', by: other, reason: '再看' }, before)).toMatchObject({ refused: 'overtaken' });
    const now = await seen();
    await tickAll(desk, programmes, '2026-08-21T01:00:00.000Z');
    expect((await eventsOf(desk, one.id)).at(-1)!.type).toBe('supplement.overdue');
    expect(await execute(desk, { ...request, seen: now }, NOW)).not.toHaveProperty('refused');

    // Notes of a check: the version before is kept, with who noted it.
    const note = (answer: string, version: number, by: string) =>
      saveCheckDraft(desk, one.id, { version, answers: { industry: { answer, note: '' } }, by }, NOW);
    expect([await note('yes', 0, 'a'), await note('no', 0, 'b'), await note('no', 1, 'b')]).toEqual([
      true,
      false,
      true,
    ]);
    const noted = await logLines(desk, { application: one.id, type: 'checks.save', most: 5 });
    expect(noted.map(({ actor_id }) => actor_id)).toEqual(['b', 'a']);
    const [, hash] = /"hash":"([^"]+)"/.exec(noted[1]!.payload)!;
    expect(await textOf(desk, one.id, hash!)).toEqual({ industry: { answer: 'yes', note: '' } });

    const key = { programme: '115', category: 'training', round: 4 };
    const offer = (before: number | null, points: number) =>
      offerPoints(desk, key, points, { by: chair, before, now: NOW });
    expect([await offer(null, 10), await offer(null, 20), await offer(10, 20)]).toEqual([true, false, true]);

    const profile = (items: readonly string[], base: string) =>
      saveReviewerProfile(desk, 'reviewer-9', { items, employers: [] }, reviewer(9), NOW, base);
    const empty = profileHash({ items: [], employers: [] });
    expect([await profile(['4.6'], empty), await profile(['5.1'], empty)]).toEqual([true, false]);

    const list = { listHash: 'x', by: chair };
    expect(await proposePublication(desk, key, list, NOW)).toBeNull();
    expect(await proposePublication(desk, key, { ...list, by: other }, NOW)).toMatchObject({ madeBy: chair.id });

    // Two chairs convene at once: of the second meeting, about which all is refused, nothing is kept.
    const convened = [{ application: one.id, command: convene, programme: programme115 }];
    const besides = (open: Parameters<typeof keepMeeting>[0]) =>
      keepMeeting(open, key, { on: '2026-09-02', attendance: [], agenda: [], convenedBy: 'chair-2' }, NOW);
    expect(await executeEach(desk, convened, NOW, besides)).toMatchObject([{ refused: 'wrong-state' }]);
    expect(await meetingsOf(desk, key)).toEqual([]);
    expect((await verifyLog(desk.db)).problems).toEqual([]);
  });

  it('leaves what was submitted untouched when the file of the year is edited', async () => {
    const one = await start('training');
    await must(one.id, submit(one));
    const before = (await readCase(desk, one.id))!;
    const file = programmeFile() as unknown as { desk: { revise: string }; window: { closesAt: string } };
    file.desk.revise = 'never';
    file.window.closesAt = '2026-08-01T23:59:59+08:00';
    const edited = parseProgramme(file);
    const { state } = await must(
      one.id,
      { type: 'revise', by: one.by, form: one.form, texts: {} },
      { programme: edited },
    );
    expect(state.rules).toEqual(before.rules);
    expect(state.forms).toHaveLength(2);
  });

  it('ticks once for all: twice changes nothing, and a reminder is queued once', async () => {
    const one = await start('training');
    await must(one.id, submit(one));
    await must(one.id, { type: 'screening.start', by: officer });
    await must(one.id, {
      type: 'supplement.request',
      by: officer,
      fields: [{ field: 'topic', reason: '請補' }],
      due: '2026-08-20',
    });
    const first = await tickAll(desk, programmes, '2026-08-14T01:00:00.000Z');
    expect(first.reminders).toBeGreaterThan(0);
    expect(await tickAll(desk, programmes, '2026-08-14T01:00:00.000Z')).toEqual({ marks: 0, reminders: 0 });
    await tickAll(desk, programmes, '2026-08-20T16:00:00.000Z');
    expect((await readCase(desk, one.id))!).toMatchObject({
      main: 'supplement-requested',
      supplements: [{ state: 'overdue' }],
    });
  });

  it('sends each notice once, tries again after a failure, and says what failed', async () => {
    const sent: string[] = [];
    const later = '2026-08-21T00:00:00.000Z';
    let broken = true;
    const send = async ({ id, kind: what }: { id: string; kind: string }) => {
      if (broken && what === 'supplement') throw new Error('connection refused');
      sent.push(id);
      return [];
    };
    const both = await Promise.all([sendDueNotices(desk, send, later, 500), sendDueNotices(desk, send, later, 500)]);
    expect(both.some(({ failed }) => failed > 0)).toBe(true);
    broken = false;
    expect(await sendDueNotices(desk, send, later)).toEqual({ sent: 0, failed: 0 });
    await sendDueNotices(desk, send, '2026-08-21T01:00:00.000Z', 500);
    expect(new Set(sent).size).toBe(sent.length);
    const open = await desk.db.selectFrom('desk_outbox').select('state').where('state', '<>', 'sent').execute();
    expect(open).toEqual([]);
    expect(await settleNotice(desk, sent[0]!, 'told-by-phone', officer, later)).toBe(true);
    expect(await settleNotice(desk, 'none', 'told-by-phone', officer, later)).toBe(false);
  });

  it('keeps sessions by the hash of their secret, for as long as they are used and no longer than their end', async () => {
    const secret = await startSession(
      desk,
      { kind: 'company', subject: '00000079', idleSeconds: 7200, maxSeconds: 28_800 },
      NOW,
    );
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    const rows = await desk.db.selectFrom('desk_session').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(secret);
    const at = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString();
    expect(await useSession(desk, secret, at(119))).toMatchObject({ subject: '00000079', endsIfIdle: at(239) });
    expect(await useSession(desk, secret, at(238))).not.toBeNull();
    expect(await useSession(desk, secret, at(357))).not.toBeNull();
    expect(await useSession(desk, secret, at(476))).toMatchObject({ endsIfIdle: at(480) });
    expect(await useSession(desk, secret, at(480))).toBeNull();
    const other = await startSession(
      desk,
      { kind: 'company', subject: '00000079', idleSeconds: 60, maxSeconds: 3600 },
      NOW,
    );
    expect(await useSession(desk, other, at(1))).toBeNull();
    const third = await startSession(desk, { kind: 'staff', subject: 'p1', idleSeconds: 600, maxSeconds: 3600 }, NOW);
    await endSession(desk, third, NOW);
    expect(await useSession(desk, third, NOW)).toBeNull();
    const fourth = await startSession(desk, { kind: 'staff', subject: 'p1', idleSeconds: 600, maxSeconds: 3600 }, NOW);
    expect(await endSessionsOf(desk, 'staff', 'p1', NOW)).toBe(1);
    expect(await useSession(desk, fourth, NOW)).toBeNull();
    expect(await useSession(desk, 'guess', NOW)).toBeNull();
  });

  it('gives a challenge to one of twenty who come with it, and to nobody else', async () => {
    const challenge = { text: 'sign me', purpose: 'login', session: 's1', seconds: 180 };
    const id = await keepChallenge(desk, challenge, NOW);
    expect(await takeChallenge(desk, { id, purpose: 'login', session: 's2' }, NOW)).toBeNull();
    expect(await takeChallenge(desk, { id, purpose: 'submit', session: 's1' }, NOW)).toBeNull();
    const taken = await Promise.all(
      Array.from({ length: 20 }, () => takeChallenge(desk, { id, purpose: 'login', session: 's1' }, NOW)),
    );
    expect(taken.filter((text) => text === 'sign me')).toHaveLength(1);
    const old = await keepChallenge(desk, challenge, NOW);
    expect(
      await takeChallenge(desk, { id: old, purpose: 'login', session: 's1' }, '2026-08-12T01:03:00.000Z'),
    ).toBeNull();
  });

  it('knows who may do what on which day', async () => {
    const lin = { issuer: 'https://id.example', sub: 'lin' };
    await giveRole(desk, lin, 'officer', '2026-06-01', '2026-08-31');
    await giveRole(desk, lin, 'chair', '2026-08-01');
    expect(await rolesOn(desk, lin, '2026-05-31')).toEqual([]);
    expect(await rolesOn(desk, lin, '2026-08-31')).toEqual(['chair', 'officer']);
    expect(await rolesOn(desk, lin, '2026-09-01')).toEqual(['chair']);
    expect(await rolesOn(desk, { ...lin, issuer: 'https://other.example' }, '2026-08-31')).toEqual([]);
  });

  it('logs what staff read, once for a session', async () => {
    const one = await start('inference');
    const read = { by: officer, application: one.id, what: 'form', session: 's9' };
    for (let i = 0; i < 3; i++) await recordRead(desk, read, NOW);
    await recordRead(desk, { ...read, session: 's10' }, NOW);
    const rows = await desk.db
      .selectFrom('desk_event')
      .select('type')
      .where('application', '=', one.id)
      .where('kind', '=', 'read')
      .execute();
    expect(rows).toHaveLength(2);
  });

  it('logs refusals beside events, and replays every application to its stored case file', async () => {
    const rows = await desk.db.selectFrom('desk_event').select(['kind', 'payload']).execute();
    expect(rows.filter(({ kind: line }) => line === 'refused').length).toBeGreaterThan(3);
    for (const { id } of await desk.db.selectFrom('desk_application').select('id').execute()) {
      expect(replay(await eventsOf(desk, id))).toEqual(await readCase(desk, id));
    }
    const { problems, lines } = await verifyLog(desk.db);
    expect(problems).toEqual([]);
    expect(lines).toBe(rows.length);
    expect(await findMissingParts(desk)).toEqual([]);
  });

  it('refuses to change or delete a line of the log, a form or a publication', async () => {
    for (const text of [
      "update desk_event set type = 'x' where seq = 1",
      'delete from desk_event where seq = 1',
      "update desk_form_version set body = '{}'",
      'delete from desk_publication',
    ]) {
      await expect(sql.raw(text).execute(desk.db), text).rejects.toThrow(/append-only/);
    }
  });

  it('proves the log from the command line, and shows every way of tampering with it', async () => {
    const cli = (...args: string[]) =>
      spawnSync(process.execPath, ['--conditions=aipower:source', bin, ...args], { encoding: 'utf8' });
    // A process takes as long as a dozen tests: on the second database one is started, to see that it is reached.
    const isFirst = kind === 'SQLite';
    const { seq: lastSeq, hash: lastHash } = (await verifyLog(desk.db)).head;
    const head = `${lastSeq}:${lastHash}`;
    const proven = cli('verify-log', url, '--head', head);
    expect(proven).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining(`Head ${head}`) });
    if (isFirst) {
      expect(cli('verify-parts', url).status).toBe(0);
      expect(cli('verify-log', url, '--head', 'nonsense').status).toBe(2);
    }
    const drop =
      kind === 'SQLite'
        ? [
            'drop trigger desk_event_no_update',
            'drop trigger desk_event_no_delete',
            'drop trigger desk_form_version_no_update',
          ]
        : ['alter table desk_event disable trigger user', 'alter table desk_form_version disable trigger user'];
    for (const text of drop) await sql.raw(text).execute(desk.db);
    const tampered = async (change: string, back: string, known?: { seq: number; hash: string }) => {
      await sql.raw(change).execute(desk.db);
      const { problems } = await verifyLog(desk.db, known);
      await sql.raw(back).execute(desk.db);
      return problems.map(({ code }) => code);
    };
    expect(
      await tampered(
        "update desk_event set actor_id = 'someone' where seq = 2",
        `update desk_event set actor_id = '${(await row(2)).actor_id}' where seq = 2`,
      ),
    ).toEqual(['changed-column']);
    const third = await row(3);
    expect(
      await tampered(
        `update desk_event set payload = payload || ' ' where seq = 3`,
        `update desk_event set payload = '${third.payload.replaceAll("'", "''")}' where seq = 3`,
      ),
    ).toEqual(['changed-text']);
    expect(
      await tampered(
        "update desk_application set case_file = case_file || ' ' where version > 3",
        'update desk_application set case_file = rtrim(case_file) where version > 3',
      ),
    ).toContain('changed-case');
    const [seq, hash] = head.split(':');
    const last = await row(Number(seq));
    const text = (value: string | number | null) =>
      value === null ? 'null' : typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
    const back = `insert into desk_event (${Object.keys(last).join(', ')}) values (${Object.values(last).map(text).join(', ')})`;
    expect(
      await tampered(`delete from desk_event where seq = ${seq}`, back, { seq: Number(seq), hash: hash! }),
    ).toContain('missing-head');
    await sql.raw("update desk_form_version set body = '{}' where n = 1").execute(desk.db);
    expect((await findMissingParts(desk)).every(({ problem }) => problem === 'changed')).toBe(true);
    if (isFirst) expect(cli('verify-parts', url).status).toBe(1);
    await sql.raw('delete from desk_form_version').execute(desk.db);
    expect((await findMissingParts(desk)).every(({ problem }) => problem === 'missing')).toBe(true);
    // A person's forms may be deleted: the log is still proven.
    expect((await verifyLog(desk.db)).problems).toEqual([]);
    // Five processes are started one after the other.
  });

  const row = async (seq: number) =>
    desk.db.selectFrom('desk_event').selectAll().where('seq', '=', seq).executeTakeFirstOrThrow();
});
