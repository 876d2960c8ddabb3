import { type CaseFile, type Command, isRefusal } from '@aipower/applications';
import { type DeskDatabase, execute, openDesk } from '@aipower/applications/storage';
import { createCardVerifier, createChallenge } from '@aipower/gpki';
import { createTestPki, signMessage } from '@aipower/gpki/testing';
import { programme115 } from '@aipower/programme';
import { isUbn } from '@aipower/taiwan';
import { formOf } from '../applications/play.ts';
import { postgresServer, sqliteFiles } from '../registry/databases.ts';
import { median } from './median.ts';
import type { Row } from './row.ts';

const APPLICATIONS = 10_000;
const COMPANIES = 500;
/** A company that types saves about every ten seconds. */
const SAVES_PER_SECOND = COMPANIES / 10;
const SECONDS = 20;
/** Applications sent in the ten seconds that stand for the closing hour. */
const CLOSING_SENT = 100;
const NOW = '2026-08-12T01:00:00.000Z';

const p95 = (waits: readonly number[]) =>
  waits.toSorted((a, b) => a - b)[Math.floor(waits.length * 0.95)] ?? Number.NaN;
const company = (ubn: string) => ({ kind: 'company', id: ubn }) as const;
/** A company of its own for each application, from the fictional numbers with zeros in front. */
const ubns = Array.from({ length: 200_000 }, (_, n) => String(n + 1).padStart(8, '0')).filter((ubn) => isUbn(ubn));

/** What the desk holds and bears: ten thousand applications in it, and those who type and send at the same time. */
export async function benchDesk(): Promise<Row[]> {
  return [
    ...(await benchCard()),
    ...(await benchStorage('SQLite', sqliteFiles)),
    ...(await benchStorage('PostgreSQL', postgresServer)),
  ];
}

/** Card verified without network. */
export async function benchCard(): Promise<Row[]> {
  const now = new Date('2026-11-02T06:00:00Z');
  const site = { origin: 'https://desk.test', purpose: 'login', session: 'bench' } as const;
  const pki = await createTestPki({ now });
  const card = await pki.issueCard({ ubn: '12345675', organisation: '測試用晨曦智慧股份有限公司' });
  // Lists as the fetcher keeps them: made once, not anew for each login.
  const addresses = [pki.cardCrl, pki.authorityCrl];
  const lists = new Map(await Promise.all(addresses.map(async (at) => [at, await pki.fetchCrl(at)] as const)));
  const fetchCrl = async (address: string) => lists.get(address)!;
  const verifier = await createCardVerifier({ anchors: pki.anchors, crlHosts: [pki.crlHost], fetchCrl });
  const waits: number[] = [];
  for (let n = 0; n < 60; n++) {
    const challenge = await createChallenge({ ...site, now, nonce: crypto.getRandomValues(new Uint8Array(32)) });
    const signature = await signMessage({
      signers: [card],
      content: new TextEncoder().encode(challenge.text),
      certificates: [card.pki, pki.authority.pki],
    });
    const start = performance.now();
    const { outcome } = await verifier.verify({ ...site, challenge, signature, now });
    if (outcome !== 'accepted') throw new Error(`bench: the card was ${outcome}`);
    if (n >= 10) waits.push(performance.now() - start);
  }
  return [
    { name: 'desk: card verified, CRL at hand', value: p95(waits), unit: 'ms p95', note: 'without network; target 60' },
  ];
}

/** @param applications how many there are already: fewer for a quick look. */
export async function benchStorage(
  kind: string,
  make: typeof sqliteFiles,
  applications = APPLICATIONS,
): Promise<Row[]> {
  const databases = await make();
  const desk = await openDesk(await databases.create());
  try {
    const started = performance.now();
    for (let n = 0; n < applications; n++) {
      const state = await begin(desk, n);
      await must(desk, submission(state), state.id);
    }
    const each = (performance.now() - started) / applications;
    const drafts: CaseFile[] = [];
    for (let n = 0; n < COMPANIES; n++) drafts.push(await begin(desk, applications + n));
    const versions = drafts.map(() => 0);
    const save = (n: number) => {
      const at = n % COMPANIES;
      const version = versions[at]!++;
      const body = { topic: `第 ${n} 次儲存`, importance: '產線瑕疵檢測'.repeat(80) };
      return must(
        desk,
        { type: 'section.save', by: company(drafts[at]!.ubn), section: 'project', version, body, findings: 2 },
        drafts[at]!.id,
      );
    };
    const typing = await atPace(save, SAVES_PER_SECOND, SECONDS);
    // Whoever sends has stopped typing: each of the first hundred drafts is sent while the others are saved.
    const [closing, sent] = await Promise.all([
      atPace((n) => save(CLOSING_SENT + (n % (COMPANIES - CLOSING_SENT))), SAVES_PER_SECOND * 2, SECONDS / 2),
      atPace((n) => must(desk, submission(drafts[n]!), drafts[n]!.id), CLOSING_SENT / (SECONDS / 2), SECONDS / 2),
    ]);
    const closingNote = `${SAVES_PER_SECOND * 2} saves and ${CLOSING_SENT / (SECONDS / 2)} submissions a second, at the same time`;
    return [
      {
        name: `desk, ${kind}: begun and sent`,
        value: each,
        unit: 'ms each',
        note: `${applications} applications, one after the other`,
      },
      {
        name: `desk, ${kind}: a section saved`,
        value: p95(typing),
        unit: 'ms p95',
        note: `${COMPANIES} companies typing, ${SAVES_PER_SECOND} a second, beside ${applications} applications; target 150`,
      },
      {
        name: `desk, ${kind}: a section saved in the closing hour`,
        value: p95(closing),
        unit: 'ms p95',
        note: `${closingNote}; median ${median(closing).toFixed(1)}`,
      },
      {
        name: `desk, ${kind}: an application sent in the closing hour`,
        value: p95(sent),
        unit: 'ms p95',
        note: `${closingNote}; target 150`,
      },
    ];
  } finally {
    await desk.close();
    await databases.stop();
  }
}

async function begin(desk: DeskDatabase, n: number): Promise<CaseFile> {
  const ubn = ubns[n]!;
  return must(desk, {
    type: 'draft.start',
    by: company(ubn),
    ubn,
    category: n % 2 ? 'inference' : 'training',
    cardFingerprint: 'bench',
    companyHash: 'bench',
  });
}

function submission({ category, ubn }: CaseFile): Command {
  const form = { ...formOf(category as 'training' | 'inference'), ubn };
  return { type: 'submit', by: company(ubn), form, receiptNo: '', texts: {} };
}

async function must(desk: DeskDatabase, command: Command, application?: string): Promise<CaseFile> {
  const request = { command, programme: programme115, ...(application !== undefined && { application }) };
  const done = await execute(desk, request, NOW);
  if (isRefusal(done)) throw new Error(`bench: ${command.type} was refused: ${JSON.stringify(done)}`);
  return done.state;
}

/** Runs a task at an even pace, whether or not the ones before have ended; milliseconds from when each was due to its end, infinite for one that failed. */
async function atPace(task: (n: number) => Promise<unknown>, perSecond: number, seconds: number): Promise<number[]> {
  const started = performance.now();
  const waits: number[] = [];
  const running: Promise<void>[] = [];
  const total = Math.round(perSecond * seconds);
  for (let n = 0; n < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - started) * perSecond) / 1000) + 1);
    for (; n < due; n++) {
      const dueAt = started + (n * 1000) / perSecond;
      const ended = (wait: number) => void waits.push(wait);
      // Who is turned away has waited for ever.
      running.push(
        task(n).then(
          () => ended(performance.now() - dueAt),
          () => ended(Number.POSITIVE_INFINITY),
        ),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(running);
  return waits;
}
