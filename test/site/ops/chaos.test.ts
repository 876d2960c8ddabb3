import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openDatabase } from '@aipower/database';
import { type Claim, openRegister } from '@aipower/registry';
import pg from 'pg';
import { afterAll, it } from 'vitest';
import { type FrozenProxy, frozenProxy } from '../../database/frozen-proxy.ts';
import { plainEnvironment } from '../../plain-environment.ts';
import { postgresServer, sqliteFiles, type TestDatabases } from '../../registry/databases.ts';
import { chaosDesk } from './chaos-desk.ts';

// What may happen to a site happens in random order, under load. Whatever it is, every answer is one that the register
// gave at the time, or none; and in the end the site says what a fresh process says on the same data.

const SEED = Number(process.env['CHAOS_SEED'] ?? 20_260_715);
const STEPS = Number(process.env['CHAOS_STEPS'] ?? 8);
/** How long memory may answer for a database that does not, and what may pass until a site has noticed, in milliseconds. */
const MEMORY_SECONDS = 3;
const UNNOTICED = (MEMORY_SECONDS + 4) * 1000;
const DAY = 86_400_000;
const YEAR = 366 * DAY;
const root = resolve(import.meta.dirname, '../../..');
const firms = Array.from({ length: 8 }, (_, i) => ({
  ubn: `9000000${i}`,
  number: `甲-${i}`,
  name: `示範混沌${i}號有限公司`,
}));
const claims: Claim[] = firms.map(({ ubn, number, name }) => ({ scheme: 'ai', ubn, number, name }));

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface World {
  /** Verdicts of all claims, by the day they were asked on. */
  readonly verdicts: ReadonlyMap<string, string>;
  /** From when it could be seen, and when another had taken its place, in milliseconds; until then infinite. */
  from: number;
  until: number;
}

/** One kind of database and what can be done to it behind the site's back. */
interface Place {
  /** Where the site looks, and where everybody else does. */
  readonly siteUrl: string;
  readonly url: string;
  /** The same of the applications. */
  readonly siteDesk: string;
  readonly desk: string;
  readonly proxy: FrozenProxy | null;
  backup(): Promise<void>;
  /** Puts the backup in the place of what is served. */
  restore(): Promise<void>;
}

const folder = mkdtempSync(join(tmpdir(), 'aipower-chaos-'));
const opened: { stop(): Promise<unknown> }[] = [];
afterAll(async () => {
  for (const one of opened.reverse()) await one.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function sqlitePlace(databases: TestDatabases): Promise<Place> {
  const url = await databases.create();
  const desk = await databases.create();
  const [copy, deskCopy] = [join(folder, 'backup.db'), join(folder, 'backup-desk.db')];
  return {
    siteUrl: url,
    url,
    siteDesk: desk,
    desk,
    proxy: null,
    async backup() {
      for (const path of [copy, deskCopy]) rmSync(path, { force: true });
      const applications = await openDatabase(desk);
      if (applications.dialect === 'sqlite') await applications.raw.backup(deskCopy);
      await applications.close();
      const register = await openRegister(url);
      await register.backup(copy);
      await register.close();
    },
    async restore() {
      for (const end of ['', '-wal', '-shm']) for (const path of [url, desk]) rmSync(path + end, { force: true });
      copyFileSync(copy, url);
      copyFileSync(deskCopy, desk);
    },
  };
}

async function postgresPlace(databases: TestDatabases): Promise<Place> {
  const [url, desk] = [await databases.create(), await databases.create()];
  const address = new URL(url);
  const names = [url, desk].map((one) => new URL(one).pathname.slice(1));
  const proxy = await frozenProxy(Number(address.port));
  opened.push({ stop: () => proxy.close() });
  const admin = async (...statements: string[]) => {
    const client = new pg.Client({ connectionString: Object.assign(new URL(url), { pathname: '/postgres' }).href });
    await client.connect();
    const all = names.flatMap((name) => [`'${name}'`, `'${name}_copy'`]).join();
    const others = `select pg_terminate_backend(pid) from pg_stat_activity where datname in (${all})`;
    // Writers come back at once, and a copy is made only of a database that nobody is in.
    const isInUse = (error: unknown) => error instanceof pg.DatabaseError && error.code === '55006';
    const alone = async (statement: string): Promise<void> => {
      await client.query(others);
      await client.query(statement).catch((error: unknown) => {
        if (isInUse(error)) return alone(statement);
        throw error;
      });
    };
    try {
      for (const statement of statements) await alone(statement);
    } finally {
      await client.end();
    }
  };
  return {
    siteUrl: Object.assign(new URL(url), { port: String(proxy.port) }).href,
    url,
    siteDesk: Object.assign(new URL(desk), { port: String(proxy.port) }).href,
    desk,
    proxy,
    backup: () =>
      admin(...names.flatMap((n) => [`drop database if exists ${n}_copy`, `create database ${n}_copy template ${n}`])),
    restore: () =>
      admin(...names.flatMap((n) => [`drop database ${n} with (force)`, `create database ${n} template ${n}_copy`])),
  };
}

// Side by side: most of the time they wait for what a site may leave unnoticed.
it.concurrent.for([
  ['SQLite', sqliteFiles, sqlitePlace],
  ['PostgreSQL', postgresServer, postgresPlace],
] as const)('chaos on %s', async ([kind, open, placeOf], { expect }) => {
  const databases = await open();
  opened.push(databases);
  const place = await placeOf(databases);
  const desk = await chaosDesk(place.desk);
  const chance = random(SEED);
  const worlds: World[] = [];
  let clockOffset = 0;
  let site: { child: ChildProcess; url: string } | null = null;
  let backedUp: World | null = null;
  const done: string[] = [];
  const broken: string[] = [];
  const heard: { readonly asked: number; readonly answered: number; readonly said: string; readonly after: string }[] =
    [];
  const seen = { answers: 0, refused: 0 };

  const dayOf = (offset: number) => new Date(Date.now() + offset + 8 * 3_600_000).toISOString().slice(0, 10);

  /** What the register answers now, to a process that has just opened it. */
  async function truth(): Promise<World> {
    const register = await openRegister(place.url);
    const verdicts = new Map<string, string>();
    // Tomorrow too: midnight in Taipei may come before the end.
    for (const offset of [0, DAY, YEAR, YEAR + DAY]) {
      const today = dayOf(offset);
      const { results } = await register.verify(claims, { on: today, today });
      verdicts.set(today, results.map(({ verdict }) => verdict).join());
    }
    await register.close();
    return { verdicts, from: 0, until: Number.POSITIVE_INFINITY };
  }
  function follow(world: World, from: number): void {
    for (const one of worlds) one.until = Math.min(one.until, Date.now());
    worlds.push({ ...world, from, until: Number.POSITIVE_INFINITY });
  }

  function someList(): string {
    const header = 'scheme,number,ubn,name,registered_on,valid_until,status';
    const rows = firms.flatMap(({ ubn, number, name }) => {
      const draw = chance();
      if (draw < 0.3) return [];
      return [`ai,${number},${ubn},${name},2026-01-01,2027-06-01,${draw < 0.5 ? '廢止' : '生效'}`];
    });
    return `${[header, ...rows].join('\n')}\nai,甲-99,00000254,示範常在有限公司,2026-01-01,2027-06-01,生效\n`;
  }
  async function importList(): Promise<void> {
    const from = Date.now();
    const register = await openRegister(place.url);
    const recordedAt = new Date().toISOString();
    const bytes = new TextEncoder().encode(someList());
    await register.importList(
      { name: 'list.csv', bytes },
      { seenOn: dayOf(0), recordedAt, by: 'chaos', acceptGone: true, acceptChanged: true },
    );
    await register.close();
    follow(await truth(), from);
    await desk.enter();
  }

  async function start(fullDisk = false): Promise<void> {
    const child = spawn(process.execPath, ['--conditions=aipower:source', join(import.meta.dirname, 'chaos-site.ts')], {
      env: {
        ...plainEnvironment,
        DATABASE_URL: place.siteUrl,
        APPLICATIONS_DATABASE_URL: place.siteDesk,
        // One address whatever the port: ids are made of it.
        PUBLIC_ORIGIN: 'http://chaos.test',
        CLOCK_OFFSET: String(clockOffset),
        MEMORY_SECONDS: String(MEMORY_SECONDS),
      },
      stdio: ['ignore', fullDisk ? openSync('/dev/full', 'w') : 'ignore', 'pipe', 'ipc'],
    });
    let said = '';
    child.stderr!.on('data', (data) => {
      said += data;
    });
    const ended = once(child, 'exit').then(() => {
      throw new Error(`the site ended: ${said}`);
    });
    ended.catch(() => {});
    const [url] = await Promise.race([once(child, 'message'), ended]);
    site = { child, url };
  }
  async function end(signal: NodeJS.Signals): Promise<void> {
    const { child } = site!;
    site = null;
    child.kill(signal);
    // It obeys SIGTERM only as a whole site does; here the process alone is ended.
    await once(child, 'exit');
  }

  async function ask(): Promise<string | null> {
    const at = Date.now();
    const answer = await fetch(`${site!.url}/api/v1/verifications`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ claims }),
      signal: AbortSignal.timeout(120_000),
    });
    const body = (await answer.json()) as { today: string; results: { verdict: string }[] };
    if (answer.status === 503) {
      seen.refused++;
      return null;
    }
    seen.answers++;
    const said = body.results.map(({ verdict }) => verdict).join();
    heard.push({ asked: at, answered: Date.now(), said, after: done.join(', ') });
    return said;
  }
  let loading = true;
  async function load(): Promise<void> {
    while (loading) {
      // A process that is being killed answers nobody.
      if (site) await ask().catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
  const until = (met: () => Promise<boolean>) => expect.poll(() => met().catch(() => false)).toBe(true);
  const isCurrent = () => until(async () => (await ask()) === worlds.at(-1)!.verdicts.get(dayOf(clockOffset)));

  const steps: Readonly<Record<string, () => Promise<void>>> = {
    import: importList,
    async 'kill, and restart on a full disk'() {
      await end('SIGKILL');
      await start(true);
    },
    async 'import on a full disk'() {
      const from = Date.now();
      const list = join(folder, 'full.csv');
      writeFileSync(list, someList());
      const cli = join(root, 'packages/registry/src/cli/main.ts');
      const command = `ulimit -f 8; exec "${process.execPath}" --conditions=aipower:source "${cli}" --database "${place.url}" import "${list}" --seen-on ${dayOf(0)} --by chaos --accept-gone --accept-changed`;
      await once(spawn('bash', ['-c', command], { env: plainEnvironment, stdio: 'ignore' }), 'exit');
      // On SQLite it fails and leaves what was; PostgreSQL writes elsewhere, where the disk is not full.
      follow(await truth(), from);
    },
    async 'clock forward or back'() {
      clockOffset = clockOffset === 0 ? YEAR : 0;
      const moved = once(site!.child, 'message');
      site!.child.send(clockOffset);
      await moved;
    },
    async freeze() {
      if (!place.proxy) return;
      place.proxy.freeze();
      await until(async () => (await ask()) === null);
      await importList();
      // Silent until the way is open again, however often it is asked.
      for (let i = 0; i < 20; i++) if ((await ask()) !== null) broken.push('answered from a memory that was too old');
      place.proxy.thaw();
    },
    async backup() {
      await place.backup();
      backedUp = worlds.at(-1)!;
    },
    async restore() {
      if (!backedUp) return;
      const from = Date.now();
      await desk.restored(place.restore);
      follow(backedUp, from);
      // A file that was exchanged is not trusted until the site starts anew; a database by its name is read again.
      if (kind === 'SQLite') {
        await until(async () => (await ask()) === null && (await desk.pages(site!.url)) === null);
        await end('SIGKILL');
        await start();
      }
    },
  };

  await importList();
  await start();
  const loads = [load(), load()];
  const deskLoad = desk.load(() => site?.url ?? null);
  const order = [...Object.keys(steps), 'import'];
  while (order.length < STEPS) order.push(Object.keys(steps)[Math.floor(chance() * Object.keys(steps).length)]!);
  while (order.length > 0) {
    const [name] = order.splice(Math.floor(chance() * order.length), 1);
    done.push(name!);
    await steps[name!]!();
    if (chance() < 0.6) await isCurrent();
  }
  await isCurrent();
  loading = false;
  await Promise.all(loads);
  await deskLoad.stop();
  console.log(
    `${kind}, seed ${SEED}: ${done.join(' · ')}: ${seen.answers} answers, ${seen.refused} refused; desk ${JSON.stringify(desk.seen)}`,
  );

  const pages = ['/', '/providers', '/certificates/ai/%E7%94%B2-1', '/certificates/ai/%E7%94%B2-2', '/feed.atom'];
  const said = async () =>
    Promise.all(pages.map(async (path) => (await (await fetch(site!.url + path)).text()).replaceAll(site!.url, '')));
  // On a slow machine the memory of a site that has just started may be too old for a moment.
  await until(async () => (await desk.pages(site!.url)) !== null);
  const all = async () => [...(await said()), ...((await desk.pages(site!.url)) ?? [])];
  const before = await all();
  await end('SIGKILL');
  await start();
  await isCurrent();
  await until(async () => (await desk.pages(site!.url)) !== null);
  expect(await all()).toEqual(before);
  await end('SIGKILL');
  await desk.verify();
  broken.push(...desk.broken);
  for (const { asked, answered, said, after } of heard) {
    const seenThen = worlds.filter(({ from, until }) => from <= answered && until + UNNOTICED > asked);
    const known = seenThen.flatMap(({ verdicts }) => [...verdicts.values()]);
    if (!known.includes(said)) broken.push(`after ${after}: ${said}, of no register of that time`);
  }
  expect(broken).toEqual([]);
  expect(seen.answers).toBeGreaterThan(100);
  expect(seen.refused).toBeGreaterThan(0);
  expect(Math.min(desk.seen.saved, desk.seen.read)).toBeGreaterThan(0);
});
