import { type ChildProcess, fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { ReaderAnswer, ReaderJob } from './job.ts';

/** Files that are read at the same time, and that may wait for it. */
const MAX_PROCESSES = 2;
const MAX_WAITING = 16;
/** Longest time for one file, its start included, and memory of JavaScript for it; beyond either the process is killed. */
const MAX_MS = 20_000;
const MAX_HEAP_MIB = 512;
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
    execArgv: [`--max-old-space-size=${MAX_HEAP_MIB}`, ...(isSource ? ['--conditions=aipower:source'] : [])],
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
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
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
    if (!reader.child.connected || reader.child.exitCode !== null || reader.child.signalCode !== null) continue;
    reader.child.ref();
    reader.child.channel?.ref();
    return reader;
  }
  return start();
}

function ask(reader: Reader, job: ReaderJob): Promise<ReaderAnswer> {
  const { child } = reader;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => end(new ReaderKilled(`not read within ${MAX_MS / 1000} s`)), MAX_MS);
    const onMessage = (answer: ReaderAnswer) => end(answer);
    const onExit = () => end(new ReaderKilled('out of memory, or killed'));
    function end(outcome: ReaderAnswer | Error): void {
      clearTimeout(timer);
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
    child.send(job, (error) => error && end(new ReaderKilled(error.message)));
  });
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
    const answer = await ask(wake(), job);
    if (!answer.ok) throw new Error(answer.message);
    return answer.result;
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}
