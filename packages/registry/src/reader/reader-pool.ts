import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { ReaderAnswer, ReaderJob } from './job.ts';

/** Files that are read at the same time, and that may wait for it. */
const MAX_PROCESSES = 2;
const MAX_WAITING = 16;
/** Processor time for one file, its start included, and memory of JavaScript for it; beyond either the process is killed. */
const MAX_MS = 20_000;
/** Longest time by the clock: a machine that is busy with other things is no fault of the file. */
const MAX_WAIT_MS = 120_000;
const LOOK_EVERY_MS = 500;
/** What Linux counts processor time in, for every program that asks. */
const MS_PER_TICK = 10;
/** Between normal (0) and low (19): a tenth of what the one who answers visitors gets, where both want the same processor. */
const READER_PRIORITY = 10;
const MAX_HEAP_MIB = 512;
/** V8 keeps garbage for as long as the machine has memory to spare, which it counts for each process alone: collected at a quarter more. */
const FRUGAL = ['--max-semi-space-size=4', '--heap-growing-percent=25'];
/** A process that was not used for this long ends. */
const IDLE_MS = 30_000;

/** Too many files are being read; none was lost, the caller may try again. */
export class ReaderBusy extends Error {
  override name = 'ReaderBusy';
}

/** The process was killed, or died, before it had read the file. */
export class ReaderKilled extends Error {
  override name = 'ReaderKilled';
}

/** It ended by itself or by another's hand, not because it took too long. */
class ReaderEnded extends ReaderKilled {}

interface Reader {
  readonly child: ChildProcess;
  idle: NodeJS.Timeout | null;
}

const isSource = import.meta.url.endsWith('.ts');
const script = fileURLToPath(new URL(`./reader-process.${isSource ? 'ts' : 'js'}`, import.meta.url));

const idle: Reader[] = [];
const alive = new Set<ChildProcess>();
let running = 0;
const waiting: (() => void)[] = [];

process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

function start(): Reader {
  const child = fork(script, {
    execArgv: [`--max-old-space-size=${MAX_HEAP_MIB}`, ...FRUGAL, ...(isSource ? ['--conditions=aipower:source'] : [])],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // A file of a stranger is read beside no secret.
    env: {},
  });
  alive.add(child);
  yieldToVisitors(child);
  child.once('exit', () => alive.delete(child));
  child.on('error', () => {});
  return { child, idle: null };
}

/** Whoever answers visitors comes first where processors are few: a file that takes long waits, not they. */
function yieldToVisitors({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, READER_PRIORITY);
  } catch {
    // Ended already, or not allowed here: read at the same priority.
  }
}

/** A waiting process must not keep this one alive. */
function rest(reader: Reader): void {
  reader.child.unref();
  reader.child.channel?.unref();
  reader.idle = setTimeout(() => reader.child.kill('SIGKILL'), IDLE_MS);
  reader.idle.unref();
  idle.push(reader);
}

function wake(): Reader {
  for (let reader = idle.pop(); reader; reader = idle.pop()) {
    if (reader.idle) clearTimeout(reader.idle);
    const { child } = reader;
    // One that was told to end may not have ended yet.
    if (!child.connected || child.killed || child.exitCode !== null || child.signalCode !== null) continue;
    child.ref();
    child.channel?.ref();
    return reader;
  }
  return start();
}

/** Milliseconds a process has worked so far; `null` where the system does not say (not Linux, or it has ended). */
function processorTime({ pid }: ChildProcess): number | null {
  try {
    // Behind the name, which may hold anything: user time and system time are the 14th and 15th of the line.
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
  } catch {
    return null;
  }
}

function ask(reader: Reader, job: ReaderJob): Promise<ReaderAnswer> {
  const { child } = reader;
  return new Promise((resolve, reject) => {
    const worked = processorTime(child);
    let waited = 0;
    const timer = setInterval(() => {
      // While this process itself is held up no time counts: the file is not to blame.
      waited += LOOK_EVERY_MS;
      const now = processorTime(child);
      const spent = worked === null || now === null ? waited : now - worked;
      if (spent > MAX_MS || waited > MAX_WAIT_MS) end(new ReaderKilled(`not read within ${MAX_MS / 1000} s`));
    }, LOOK_EVERY_MS);
    const onMessage = (answer: ReaderAnswer) => end(answer);
    const onExit = () => end(new ReaderEnded('out of memory, or killed'));
    function end(outcome: ReaderAnswer | Error): void {
      clearInterval(timer);
      child.off('message', onMessage);
      child.off('exit', onExit);
      if (outcome instanceof Error) {
        child.kill('SIGKILL');
        reject(outcome);
      } else {
        rest(reader);
        resolve(outcome);
      }
    }
    child.on('message', onMessage);
    child.on('exit', onExit);
    child.send(job, (error) => error && end(new ReaderEnded(error.message)));
  });
}

/** What waited for work may have been ended from outside before it began: only a new process tells of the file. */
async function askOnceMore(job: ReaderJob): Promise<ReaderAnswer> {
  const reader = wake();
  const wasWaiting = reader.idle !== null;
  try {
    return await ask(reader, job);
  } catch (error) {
    if (!wasWaiting || !(error instanceof ReaderEnded)) throw error;
    return ask(start(), job);
  }
}

/**
 * Reads a file in a process of its own, which is killed when it takes too long or too much memory, and started anew.
 * @throws ReaderBusy, ReaderKilled; an Error when the reading itself failed.
 */
export async function askReader(job: ReaderJob): Promise<(ReaderAnswer & { ok: true })['result']> {
  if (running < MAX_PROCESSES) running++;
  else if (waiting.length >= MAX_WAITING) throw new ReaderBusy('too many files are being read');
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    const answer = await askOnceMore(job);
    if (!answer.ok) throw new Error(answer.message);
    return answer.result;
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}
