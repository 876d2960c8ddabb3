import type { Register } from '../register.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { words } from './words.ts';

export interface WithdrawFlags {
  readonly by: string;
  readonly why: string;
  readonly yes?: boolean;
}

/** Says what would be taken back, and takes it back when that is confirmed. */
export async function runWithdraw(
  register: Register,
  revision: number,
  flags: WithdrawFlags,
  io: Io,
): Promise<ExitCode> {
  const say = words(io.language);
  const newest = register.revision;
  if (revision > newest) {
    io.note(say.noSuchImport(revision, newest));
    return exitCodes.no;
  }
  if (!flags.yes) {
    io.note(say.confirmWithdrawal(revision, newest));
    return exitCodes.usage;
  }
  const done = await register.withdraw(revision, { by: flags.by, why: flags.why, recordedAt: io.now });
  if (io.json) io.print(JSON.stringify(done));
  else io.print(say.withdrawn(done.withdrawn.join('、'), done.revision));
  return exitCodes.done;
}

/** Proves the history, or names what does not fit; prints the newest seal, to be written down elsewhere. */
export async function runVerifyHistory(register: Register, flags: { head?: string }, io: Io): Promise<ExitCode> {
  const say = words(io.language);
  const proof = await register.proveHistory(flags.head);
  if (io.json) io.print(JSON.stringify(proof));
  else {
    for (const { revision, code } of proof.faults) io.print(`  ✗ #${revision}  ${code}: ${say.historyFault[code]}`);
    io.print(proof.faults.length === 0 ? say.historyHolds(proof.revision, proof.head || '–') : say.historyBroken);
  }
  return proof.faults.length === 0 ? exitCodes.done : exitCodes.no;
}
