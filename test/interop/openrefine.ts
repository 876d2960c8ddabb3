import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Longest start of its Java process on a busy machine, in milliseconds. */
const START_MS = 120_000;

/** The version of the package installed here; `null` where there is none. */
export function openRefineVersion(): string | null {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder of dpkg-query.
  const asked = spawnSync('dpkg-query', ['-W', '-f=${Version}', 'openrefine'], { encoding: 'utf8' });
  return asked.status === 0 && asked.stdout ? asked.stdout : null;
}

type Fields = Readonly<Record<string, string>>;

/** A real OpenRefine without its window, driven by the commands its own page sends. */
export class OpenRefine {
  readonly #base: string;
  readonly #process: ChildProcess;
  readonly #folder: string;

  private constructor(base: string, process: ChildProcess, folder: string) {
    this.#base = base;
    this.#process = process;
    this.#folder = folder;
  }

  static async start(port = 33_333): Promise<OpenRefine> {
    const folder = mkdtempSync(join(tmpdir(), 'aipower-openrefine-'));
    const args = ['-i', '127.0.0.1', '-p', String(port), '-d', folder, '-x', 'refine.headless=true', '-m', '1024M'];
    const process = spawn('openrefine', args, { stdio: 'ignore', detached: true });
    const refine = new OpenRefine(`http://127.0.0.1:${port}`, process, folder);
    for (let waited = 0; waited < START_MS; waited += 500) {
      if (process.exitCode !== null) throw new Error(`openrefine ended with ${process.exitCode}`);
      const up = await fetch(`${refine.#base}/command/core/get-version`).catch(() => null);
      if (up?.ok) return refine;
      await wait(500);
    }
    await refine.stop();
    throw new Error('openrefine did not answer within two minutes');
  }

  async stop(): Promise<void> {
    // The command is a script that starts Java: the group ends with both.
    if (this.#process.pid !== undefined && this.#process.exitCode === null) process.kill(-this.#process.pid, 'SIGTERM');
    await wait(1500);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #token(): Promise<string> {
    const answer = await fetch(`${this.#base}/command/core/get-csrf-token`);
    return ((await answer.json()) as { token: string }).token;
  }

  async #command(name: string, fields: Fields): Promise<Response> {
    const body = new URLSearchParams({ ...fields, csrf_token: await this.#token() });
    const response = await fetch(`${this.#base}/command/core/${name}`, { method: 'POST', body });
    if (!response.ok) throw new Error(`${name}: ${response.status} ${(await response.text()).slice(0, 300)}`);
    return response;
  }

  /** Makes a project of CSV text. @returns its id */
  async createProject(name: string, csv: string): Promise<string> {
    const form = new FormData();
    form.append('project-file', new Blob([csv], { type: 'text/csv' }), `${name}.csv`);
    form.append('project-name', name);
    form.append('format', 'text/line-based/*sv');
    form.append('options', JSON.stringify({ encoding: 'UTF-8', separator: ',', guessCellValueTypes: false }));
    const address = `${this.#base}/command/core/create-project-from-upload?csrf_token=${await this.#token()}`;
    const response = await fetch(address, { method: 'POST', body: form, redirect: 'manual' });
    const id = /project=(\d+)/.exec(response.headers.get('location') ?? '')?.[1];
    if (!id) throw new Error(`no project: ${response.status} ${(await response.text()).slice(0, 300)}`);
    return id;
  }

  /** Applies operations one after the other, each to its end. */
  async apply(project: string, operations: readonly object[]): Promise<void> {
    for (const operation of operations) {
      await this.#command('apply-operations', { project, operations: JSON.stringify([operation]) });
      for (;;) {
        const asked = await fetch(`${this.#base}/command/core/get-processes?project=${project}`);
        const { processes, exceptions } = (await asked.json()) as { processes: unknown[]; exceptions?: unknown[] };
        if (exceptions?.length) throw new Error(JSON.stringify(exceptions).slice(0, 500));
        if (processes.length === 0) break;
        await wait(200);
      }
    }
  }

  /** The rows as CSV text. */
  async rows(project: string): Promise<string> {
    const engine = JSON.stringify({ facets: [], mode: 'row-based' });
    return (await this.#command('export-rows', { project, format: 'csv', engine })).text();
  }
}
