import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { plainEnvironment } from '../../plain-environment.ts';

const siteFolder = resolve(import.meta.dirname, '../../../apps/site');

export interface SiteProcess {
  readonly process: ChildProcess;
  readonly folder: string;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Resolves with the address it says it listens on; rejects when it ends before. */
  readonly ready: Promise<string>;
  readonly exit: Promise<number | null>;
  clean(): void;
}

/**
 * The site started the way `npm start` starts it, in a process of its own, on a database file of its own. Without the
 * demonstration, whose round takes seconds of a processor to fill: who wants it asks for it.
 *
 * @param prelude what the process does before it starts the site
 * @param user as whom it runs, where the tests may choose: root can
 */
export function startProcess(env: Readonly<Record<string, string>> = {}, prelude?: string, user?: number): SiteProcess {
  const folder = mkdtempSync(join(tmpdir(), 'aipower-start-'));
  const start = prelude ? ['--input-type=module', '-e', `${prelude}; await import('./start.mjs');`] : ['start.mjs'];
  const child = spawn(process.execPath, ['--conditions=aipower:source', ...start], {
    cwd: siteFolder,
    ...(user !== undefined && { uid: user, gid: user }),
    env: { ...plainEnvironment, PORT: '0', DATABASE_URL: join(folder, 'register.db'), DEMONSTRATION: 'no', ...env },
  });
  let stdout = '';
  let stderr = '';
  child.stderr.on('data', (data) => {
    stderr += data;
  });
  const exit = new Promise<number | null>((done) => child.once('close', (code) => done(code)));
  const ready = new Promise<string>((done, fail) => {
    child.stdout.on('data', (data) => {
      stdout += data;
      const url = /aipower is ready: (http:\/\/\S+?)"/.exec(stdout)?.[1];
      if (url) done(url);
    });
    void exit.then((code) => fail(new Error(`ended with ${code}: ${stderr}${stdout}`)));
  });
  ready.catch(() => {});
  return {
    process: child,
    folder,
    stdout: () => stdout,
    stderr: () => stderr,
    ready,
    exit,
    clean() {
      child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
