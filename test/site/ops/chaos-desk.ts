import { hashOf, isRefusal } from '@aipower/applications';
import {
  type DeskDatabase,
  draftSections,
  execute,
  findMissingParts,
  giveRole,
  openDesk,
  staffId,
  startSession,
  verifyLog,
} from '@aipower/applications/storage';
import { textHashes } from '@aipower/site/apply/check/texts';
import { sampleForm } from '@aipower/site/demonstration/sample-form';
import { checkUbn } from '@aipower/taiwan';
import { textOf } from '../start-site.ts';
import { openCall } from './open-call.ts';

// The desk under chaos: companies save one page of a draft again and again, an officer reads queue and round, applications are
// entered beside the site. What was acknowledged is there, and no page shows less than what was known when it was asked for.

const TEN_YEARS = 10 * 366 * 86_400;
const numbers = Array.from({ length: 500 }, (_, i) => String(2000 + i).padStart(8, '0')).filter((n) => checkUbn(n).ok);
const token = /混沌-\d+-\d+/;

/** A draft with its page that is saved, and what it may hold: what was acknowledged last, or what was sent since. */
interface Draft {
  readonly id: string;
  readonly cookie: string;
  known: string;
  sent: string[];
}

export interface ChaosDesk {
  readonly broken: string[];
  readonly seen: { saved: number; notSaved: number; read: number; unread: number };
  /** Enters an application beside the site. */
  enter(): Promise<void>;
  /** Saves and reads until it is stopped. @param where the site, `null` while there is none */
  load(where: () => string | null): { stop(): Promise<void> };
  /** Nobody saves or reads while the step runs; afterwards the database may be an earlier one. */
  restored(step: () => Promise<void>): Promise<void>;
  /** Every page of the desk, as its readers see it; null when one of them is not there. */
  pages(url: string): Promise<readonly string[] | null>;
  /** What was acknowledged is stored, and nothing is stored by half. */
  verify(): Promise<void>;
}

export async function chaosDesk(url: string): Promise<ChaosDesk> {
  const programme = openCall();
  const broken: string[] = [];
  const seen = { saved: 0, notSaved: 0, read: 0, unread: 0 };
  let [next, texts, isPaused, inFlight] = [0, 0, false, 0];
  let entered: string[] = [];
  let round = '/staff/rounds';

  async function direct<T>(use: (open: DeskDatabase) => Promise<T>): Promise<T> {
    const open = await openDesk(url);
    try {
      return await use(open);
    } finally {
      await open.close();
    }
  }
  async function begin(open: DeskDatabase, ubn: string): Promise<string> {
    const by = { kind: 'company', id: ubn } as const;
    const command = { type: 'draft.start', by, ubn, category: 'inference', cardFingerprint: 'x' } as const;
    const request = { command: { ...command, companyHash: hashOf({ ubn }) }, programme };
    const done = await execute(open, request, '2026-10-12T02:00:00.000Z');
    if (isRefusal(done)) throw new Error(JSON.stringify(done));
    return done.state.id;
  }
  async function enter(): Promise<void> {
    const n = next++;
    const ubn = numbers[n]!;
    const name = `虛構混沌第${n + 1}號股份有限公司`;
    await direct(async (open) => {
      const application = await begin(open, ubn);
      const by = { kind: 'company', id: ubn } as const;
      const officer = { kind: 'officer', id: 'officer' } as const;
      const form = sampleForm('inference', { ubn, name }, null, n);
      const checks = programme.eligibility.conditions.map((one) => ({ condition: one.id, answer: 'yes' as const }));
      for (const command of [
        { type: 'submit', by, form, receiptNo: '', texts: textHashes(programme) },
        { type: 'screening.start', by: officer },
        { type: 'accept-eligible', by: officer, checks },
      ] as const) {
        const done = await execute(open, { application, command, programme }, '2026-10-12T02:00:00.000Z');
        if (isRefusal(done)) throw new Error(JSON.stringify(done));
        if (done.state.round !== null) round = `/staff/rounds/115/inference/${done.state.round}`;
      }
    });
    entered.push(name);
  }

  const now = new Date().toISOString();
  const lasting = { idleSeconds: TEN_YEARS, maxSeconds: TEN_YEARS };
  const drafts: Draft[] = [];
  const officer = await direct(async (open) => {
    for (const ubn of numbers.slice(-2)) {
      const id = await begin(open, ubn);
      const detail = { organisation: `虛構草稿${ubn}有限公司`, kind: 'company', fingerprint: 'x' };
      const secret = await startSession(open, { kind: 'company', subject: ubn, detail, ...lasting }, now);
      drafts.push({ id, cookie: `aipower-apply=${secret}`, known: '', sent: [] });
    }
    const identity = { issuer: 'https://login.example.tw', sub: 'chaos' };
    const id = await staffId(open, identity, '試 混沌', now);
    await giveRole(open, identity, 'officer', '2020-01-01');
    const detail = { ...identity, name: '試 混沌' };
    return `aipower-staff=${await startSession(open, { kind: 'staff', subject: id, detail, ...lasting }, now)}`;
  });

  const ask = (address: string, cookie: string, fields?: Record<string, string>) =>
    fetch(address, {
      redirect: 'manual',
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
      signal: AbortSignal.timeout(120_000),
      ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
    });
  const formOf = ({ id }: Draft) => `/apply/${id}/form/scenario`;

  async function save(site: string, draft: Draft): Promise<void> {
    const page = await ask(site + formOf(draft), draft.cookie);
    const html = await page.text();
    if (page.status !== 200) {
      seen.unread++;
      if (page.status !== 503) broken.push(`a form was answered ${page.status}`);
      return;
    }
    const shown = token.exec(html)?.[0] ?? '';
    if (shown !== draft.known && !draft.sent.includes(shown)) broken.push(`shown ${shown}, stored was ${draft.known}`);
    [draft.known, draft.sent] = [shown, draft.sent.slice(draft.sent.indexOf(shown) + 1)];
    const text = `混沌-${drafts.indexOf(draft)}-${texts++}`;
    draft.sent.push(text);
    const version = /name="version" value="(\d+)"/.exec(html)![1]!;
    const to = texts % 2 ? 'auto' : 'leave';
    const answer = await ask(site + formOf(draft), draft.cookie, { version, scenario: text, to });
    const isSaved = to === 'auto' ? answer.status === 200 : answer.headers.get('location') === `/apply/${draft.id}`;
    await answer.text();
    if (isSaved) [draft.known, draft.sent] = [text, []];
    seen[isSaved ? 'saved' : 'notSaved']++;
  }
  async function read(site: string, path: string): Promise<void> {
    const before = [...entered];
    const page = await ask(site + path, officer);
    const html = await page.text();
    seen[page.status === 200 ? 'read' : 'unread']++;
    if (page.status === 200) {
      // The table of a round names nobody before a reviewer is given.
      if (path !== round) for (const name of before) if (!html.includes(name)) broken.push(`${path} without ${name}`);
    } else if (page.status !== 503) broken.push(`${path} was answered ${page.status}`);
  }

  return {
    broken,
    seen,
    enter,
    load(where) {
      let isOn = true;
      const work = async (step: (site: string) => Promise<void>) => {
        while (isOn) {
          const site = where();
          if (site && !isPaused) {
            inFlight++;
            // A process that is being killed answers nobody.
            await step(site).catch(() => {});
            inFlight--;
          }
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      };
      const all = drafts.map((draft) => work((site) => save(site, draft)));
      all.push(work(async (site) => read(site, round).then(() => read(site, '/staff?group=eligible'))));
      return {
        async stop() {
          isOn = false;
          await Promise.all(all);
        },
      };
    },
    async restored(step) {
      isPaused = true;
      while (inFlight > 0) await new Promise((resolve) => setTimeout(resolve, 20));
      await step();
      await direct(async (open) => {
        for (const draft of drafts) [draft.known, draft.sent] = [await stored(open, draft), []];
        const forms = await open.db.selectFrom('desk_form_version').select('body').execute();
        const names = forms.map(({ body }) => String((JSON.parse(body) as Record<string, unknown>)['companyName']));
        entered = entered.filter((name) => names.includes(name));
      });
      isPaused = false;
    },
    async pages(site) {
      const asked: (readonly [string, string])[] = [
        ...drafts.flatMap((one) => [formOf(one), `/apply/${one.id}`].map((path) => [path, one.cookie] as const)),
        ...[round, '/staff', '/staff/rounds', '/staff/dashboard'].map((path) => [path, officer] as const),
        ['/statistics', ''],
      ];
      const said: string[] = [];
      for (const [path, cookie] of asked) {
        const answer = await ask(site + path, cookie);
        const html = await answer.text();
        if (answer.status !== 200) return null;
        said.push(`${path} ${textOf(html)}`);
      }
      return said;
    },
    verify: () =>
      direct(async (open) => {
        for (const draft of drafts) {
          const found = await stored(open, draft);
          if (found !== draft.known && !draft.sent.includes(found))
            broken.push(`stored ${found}, acknowledged ${draft.known}`);
        }
        const { problems } = await verifyLog(open.db);
        for (const problem of problems) broken.push(`log: ${JSON.stringify(problem)}`);
        for (const part of await findMissingParts(open)) broken.push(`missing: ${JSON.stringify(part)}`);
      }),
  };
}

async function stored(open: DeskDatabase, { id }: Draft): Promise<string> {
  return token.exec(JSON.stringify(await draftSections(open, id)))?.[0] ?? '';
}
