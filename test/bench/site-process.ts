import { type ChildProcess, spawn } from 'node:child_process';
import { openSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openRegister } from '@aipower/registry';
import { benchList } from './registry-data.ts';

const root = resolve(import.meta.dirname, '../..');
/** As in the `start` of the site's package.json. */
const program = ['--max-semi-space-size=16', 'start.mjs'];

export interface Running {
  readonly process: ChildProcess;
  readonly url: string;
  /** From the start of the process until it says where it listens, in milliseconds. */
  readonly startup: number;
}

/** The site as `npm start` runs it, on 30,000 providers and 100,000 certificates, in a folder of its own. */
export async function startBenchSite(folder: string, env: Record<string, string> = {}): Promise<Running> {
  const database = join(folder, 'register.db');
  const register = await openRegister(database, { refreshEvery: 0 });
  await register.importList(benchList(), { seenOn: '2026-11-01', recordedAt: '2026-11-01T00:00:00Z', by: 'bench' });
  await register.close();
  return start(program, join(root, 'apps/site'), join(folder, 'site.log'), {
    DATABASE_URL: database,
    PORT: '0',
    RATE_LIMIT_PER_MINUTE: '1000000',
    REGISTER_MAX_AGE_DAYS: '3660',
    ...env,
  });
}

/** The site on a register that holds nothing: for what is asked of its desk. */
export function startBareDesk(folder: string, env: Record<string, string>): Promise<Running> {
  return start(program, join(root, 'apps/site'), join(folder, 'site.log'), {
    DATABASE_URL: join(folder, 'register.db'),
    SAMPLE_DATA: 'no',
    PORT: '0',
    RATE_LIMIT_PER_MINUTE: '1000000',
    ...env,
  });
}

/** Express and EJS with nothing around them; its JSON route answers what `answer` says. */
export async function startBareSite(folder: string, answer: string): Promise<Running> {
  return start([join(import.meta.dirname, 'bare-site.ts')], import.meta.dirname, join(folder, 'bare.log'), {
    BARE_ANSWER: answer,
  });
}

async function start(args: readonly string[], cwd: string, log: string, env: Record<string, string>): Promise<Running> {
  // To a file and not to a pipe: reading a log must not cost the measuring process anything.
  const out = openSync(log, 'w');
  const started = performance.now();
  const child = spawn(process.execPath, ['--conditions=aipower:source', ...args], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', ...env },
    stdio: ['ignore', out, 'inherit'],
  });
  for (;;) {
    const url = /aipower is ready: (http:\/\/[^"\s]+)/.exec(readFileSync(log, 'utf8'))?.[1];
    if (url) return { process: child, url, startup: performance.now() - started };
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`bench: ${args[0]} ended with ${child.exitCode ?? child.signalCode}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/**
 * Time on a processor that a process has used with all its threads, in milliseconds: what it would take on a machine that
 * nobody else uses. The kernel counts it in nanoseconds; of threads that have ended meanwhile, nothing.
 */
export function processorTime({ process }: Running): number {
  const tasks = `/proc/${process.pid}/task`;
  const used = readdirSync(tasks).map((task) =>
    Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]),
  );
  return used.reduce((sum, nanoseconds) => sum + nanoseconds, 0) / 1e6;
}

/** Resident memory of a process in megabytes, as the kernel counts it. */
export function residentMemory({ process }: Running): number {
  const status = readFileSync(`/proc/${process.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

/**
 * Memory of a process and of all that it started, in megabytes: what the site takes, its readers of files included. What
 * several of them share, such as the program of Node, counts once (proportional set size), so that the sum is what ending them gives back.
 */
export function memoryOfTree({ process }: Running): number {
  const pids = [process.pid!];
  // It grows while it is gone through.
  for (const pid of pids) pids.push(...startedBy(pid));
  return pids.reduce((sum, pid) => sum + sharedFairly(pid), 0) / 1024;
}

function startedBy(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  } catch {
    // Ended meanwhile.
    return [];
  }
}

function sharedFairly(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
