import { readClaimSheetApart } from '../reader/read-apart.ts';
import type { Register } from '../register.ts';
import type { SchemeId } from '../scheme.ts';
import { writeAnswerSheet } from '../sheet/answer-sheet.ts';
import type { Verdict } from '../verdict.ts';
import { problemLines, readSource } from './import-command.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { sayCaution, sayRelation, sayVerdict } from './verdict-words.ts';
import { words } from './words.ts';
import { writeOut } from './write-out.ts';

export interface VerifyFlags {
  readonly scheme?: SchemeId;
  readonly number?: string;
  readonly ubn?: string;
  readonly name?: string;
  readonly on: string;
  readonly today: string;
  readonly knownAt?: string;
  readonly sheet?: string;
  readonly out?: string;
  readonly safe?: boolean;
}

function printVerdict(verdict: Verdict, io: Io): void {
  const say = words(io.language);
  io.print(sayVerdict(verdict, io.language));
  if (verdict.today.day !== verdict.day) io.print(sayVerdict(verdict.today, io.language));
  for (const { certificate, holder } of verdict.matches) {
    const { period } = certificate.states.at(-1)!;
    io.print(
      `  ${certificate.scheme}  ${certificate.number ?? '–'}  ${holder.ubn}  ${holder.name}  ${period.from} – ${period.until}`,
    );
  }
  if (verdict.relation !== 'unknown') io.print(`  ${say.relation}: ${sayRelation(verdict.relation, io.language)}`);
  for (const caution of verdict.cautions) io.print(`  ! ${sayCaution(caution, io.language)}`);
  for (const near of verdict.suggestions)
    io.print(`  ${say.near}: ${near.scheme}  ${near.number}  ${near.ubn}  ${near.name}`);
  const { seenOn, ageDays, source } = verdict.list;
  if (seenOn !== null) io.print(`  ${say.listOf(seenOn, ageDays!, source!)}`);
}

const allValid = (verdicts: readonly (Verdict | null)[]) =>
  verdicts.every((one) => one?.verdict === 'valid' || one?.verdict === 'not-claimed');

async function verifySheet(register: Register, flags: VerifyFlags, path: string, io: Io): Promise<ExitCode> {
  const sheet = await readClaimSheetApart(await readSource(path), { scheme: flags.scheme });
  for (const line of problemLines(sheet.problems, io)) io.note(line);
  if (sheet.rows.length === 0 || sheet.claims.every((claim) => claim === null)) return exitCodes.data;
  const asked = sheet.claims.flatMap((claim, i) => (claim ? [{ claim, i }] : []));
  const { results } = await register.verify(
    asked.map(({ claim }) => claim),
    flags,
  );
  const verdicts: (Verdict | null)[] = sheet.claims.map(() => null);
  for (const [n, { i }] of asked.entries()) verdicts[i] = results[n]!;
  const text = io.json
    ? `${JSON.stringify(verdicts)}\n`
    : writeAnswerSheet(sheet, verdicts, { safe: flags.safe ?? false });
  if (flags.out) {
    await writeOut(flags.out, [text]);
    io.note(words(io.language).wrote(flags.out));
  } else io.print(text.trimEnd());
  return allValid(verdicts) ? exitCodes.done : exitCodes.no;
}

export async function runVerify(register: Register, flags: VerifyFlags, io: Io): Promise<ExitCode> {
  if (flags.sheet) return verifySheet(register, flags, flags.sheet, io);
  const misplaced = flags.out !== undefined || flags.safe === true;
  if (misplaced || !flags.scheme || (flags.number === undefined && !flags.ubn && !flags.name)) {
    io.note(misplaced ? words(io.language).needSheet : words(io.language).needClaim);
    return exitCodes.usage;
  }
  const { scheme, number, ubn, name } = flags;
  const { results } = await register.verify([{ scheme, number, ubn, name }], flags);
  const verdict = results[0]!;
  if (io.json) io.print(JSON.stringify(verdict));
  else printVerdict(verdict, io);
  return allValid(results) ? exitCodes.done : exitCodes.no;
}
