import { DatabaseError, openDatabase } from '@aipower/database';
import { Command, CommanderError } from 'commander';
import { findMissingParts } from '../storage/parts.ts';
import type { DeskTables } from '../storage/tables.ts';
import { verifyLog } from '../storage/verify-log.ts';
import { addRoleCommands } from './roles.ts';
import type { Terminal } from './terminal.ts';

/** 0 proven · 1 not as it was written · 2 could not check. */
export async function program(args: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  let exit: 0 | 1 | 2 = 0;
  const command = new Command('aipower-applications')
    .description('Prove the log of applications, that everything receipted is still there, and say who may do what.')
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  command
    .command('verify-log')
    .description(
      'Every line follows the one before, and every case file is the sum of its events. Exit 0: proven, 1: not.',
    )
    .argument('<DATABASE>', 'SQLite file or postgres:// address')
    .option('--head <SEQ:HASH>', 'a head published earlier, which the log must still contain')
    .action(async (database: string, { head }: { head?: string }) => {
      const known = head === undefined ? undefined : readHead(head);
      if (known === null) {
        terminal.err(`--head: expected a line number and a hash such as 1204:9f…, found ${JSON.stringify(head)}\n`);
        exit = 2;
      } else exit = await withDatabase(database, (open) => proveLog(open.db, known, terminal));
    });
  command
    .command('verify-parts')
    .description('Every version of a form that was receipted is there, unchanged. Exit 0: all there, 1: not.')
    .argument('<DATABASE>', 'SQLite file or postgres:// address')
    .action(async (database: string) => {
      exit = await withDatabase(database, async (open) => {
        const missing = await findMissingParts(open);
        for (const { receiptNo, application, version, problem } of missing) {
          terminal.err(`${receiptNo ?? application}: version ${version} is ${problem}\n`);
        }
        if (missing.length === 0) terminal.out('Every receipted version is there.\n');
        return missing.length === 0 ? 0 : 1;
      });
    });
  addRoleCommands(command, terminal, (code) => {
    exit = code;
  });
  try {
    await command.parseAsync([...args], { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof DatabaseError || error instanceof TypeError)) throw error;
    terminal.err(`${error.message}\n`);
    return 2;
  }
}

function readHead(text: string): { readonly seq: number; readonly hash: string } | null {
  const match = /^(\d+):([0-9a-f]{64})$/.exec(text);
  return match ? { seq: Number(match[1]), hash: match[2]! } : null;
}

type Open = Awaited<ReturnType<typeof openDatabase<DeskTables>>>;

async function withDatabase(url: string, step: (open: Open) => Promise<0 | 1 | 2>): Promise<0 | 1 | 2> {
  const open = await openDatabase<DeskTables>(url, { doing: 'verifying', readOnly: true, create: false });
  try {
    return await step(open);
  } finally {
    await open.close();
  }
}

async function proveLog(
  db: Open['db'],
  known: ReturnType<typeof readHead> | undefined,
  { out, err }: Terminal,
): Promise<0 | 1> {
  const { lines, head, problems } = await verifyLog(db, known ?? []);
  for (const { seq, code, detail } of problems) err(`line ${seq}: ${code}: ${detail}\n`);
  if (problems.length === 0) out(`${lines} lines proven. Head ${head.seq}:${head.hash}\n`);
  return problems.length === 0 ? 0 : 1;
}
