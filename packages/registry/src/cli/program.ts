import { parseDay } from '@aipower/taiwan/dates';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { ExportFormat } from '../export.ts';
import { columnMaps } from '../import/columns.ts';
import type { Register } from '../register.ts';
import { findScheme, schemesNamed } from '../scheme.ts';
import { listStates } from '../snapshot/day-view.ts';
import { speakChinese } from './commander-words.ts';
import { runVerifyHistory, runWithdraw, type WithdrawFlags } from './history-commands.ts';
import { type ImportFlags, runImport } from './import-command.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { type FindFlags, runExport, runFind, runHistory, runStatus } from './look-up-commands.ts';
import { runTaxFind, runTaxImport } from './tax-commands.ts';
import { runVerify, type VerifyFlags } from './verify-command.ts';
import { type Language, words } from './words.ts';

/**
 * Opens the register a command works on, runs it, and closes it whatever happens. Only imports make a missing file, and a
 * dry run `pretend`s: it is held against an empty register, and no file is left behind.
 */
export type WithRegister = (
  run: (register: Register, io: Io) => ExitCode | Promise<ExitCode>,
  options: { readonly missing: 'refuse' | 'create' | 'pretend' },
) => Promise<void>;

/** The commands with their options. Days may be typed in either calendar. */
export function buildProgram(language: Language, today: string, version: string, open: WithRegister): Command {
  const say = words(language);
  const withRegister = (run: Parameters<WithRegister>[0]) => open(run, { missing: 'refuse' });
  const withNewRegister = (run: Parameters<WithRegister>[0], { dryRun = false } = {}) =>
    open(run, { missing: dryRun ? 'pretend' : 'create' });
  const day = (text: string) => {
    const reading = parseDay(text);
    if (!reading.ok) throw new InvalidArgumentError(say.badDay(text));
    return reading.day;
  };
  // A day in either calendar; an instant is read by the register.
  const moment = (text: string) => {
    const reading = parseDay(text);
    return reading.ok ? reading.day : text;
  };
  const scheme = (text: string) => {
    const found = findScheme(text);
    if (!found) {
      const choices = schemesNamed(text).map(({ id }) => id);
      throw new InvalidArgumentError(say.unknownScheme(text, choices));
    }
    return found.id;
  };
  const spoken = (text: string) => {
    if (!/^(?:zh|en)\b/i.test(text)) throw new InvalidArgumentError('zh-TW, en');
    return text;
  };
  const limit = (text: string) => {
    const n = Number(text);
    if (!Number.isInteger(n) || n < 1 || n > 100) throw new InvalidArgumentError('1–100');
    return n;
  };
  const whole = (text: string) => {
    if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError(say.badRevision(text));
    return Number(text);
  };
  const examples = (...lines: string[]) =>
    `\n${say.examples}\n${lines.map((line) => `  $ aipower-registry ${line}`).join('\n')}`;

  const program = new Command('aipower-registry')
    .description(say.program)
    .version(version, '-V, --version', say.version)
    .option('--database <url>', say.database)
    .option('--lang <language>', say.lang, spoken)
    .option('--json', say.json)
    .addHelpText('after', `\n${say.exits}`)
    .configureOutput({ outputError: () => {} })
    .exitOverride();
  if (language !== 'en') speakChinese(program);

  program
    .command('import <file>')
    .description(say.import)
    .requiredOption('--seen-on <day>', say.seenOn, day)
    .requiredOption('--by <who>', say.by)
    .option('--why <words>', say.why)
    .option('--source <name>', say.source)
    .addOption(new Option('--map <id>', say.map).choices(columnMaps.map(({ id }) => id)))
    .option('--scheme <scheme>', say.schemeOfAll, scheme)
    .option('--status <word>', say.statusOfAll)
    .option('--partial', say.partial)
    .option('--fictional', say.fictionalList)
    .option('--dry-run', say.dryRun)
    .option('--accept-gone', say.acceptGone)
    .option('--accept-changed', say.acceptChanged)
    .addHelpText(
      'after',
      examples(
        'import register.csv --seen-on 2026-11-20 --by "Lin" --dry-run',
        'import list.ods --seen-on 115/11/20 --by Lin --map third-party-payment-list',
      ),
    )
    .action((file: string, flags: ImportFlags) =>
      withNewRegister((register, io) => runImport(register, file, flags, io), flags),
    );

  program
    .command('verify')
    .description(say.verify)
    .option('--scheme <scheme>', say.scheme, scheme)
    .option('--number <number>', say.number)
    .option('--ubn <ubn>', say.ubn)
    .option('--name <name>', say.name)
    .option('--on <day>', say.on, day, today)
    .option('--today <day>', say.today, day, today)
    .option('--known-at <moment>', say.knownAt, moment)
    .addOption(new Option('--sheet <file>', say.sheet).conflicts(['number', 'ubn', 'name']))
    .option('--out <file>', say.out)
    .option('--safe', say.safe)
    .addHelpText(
      'after',
      examples(
        'verify --scheme ai --number 示範-AI-0001 --ubn 00000079 --on 115/06/15',
        'verify --sheet claims.xlsx --safe --out answers.csv',
      ),
    )
    .action((flags: VerifyFlags) => withRegister((register, io) => runVerify(register, flags, io)));

  program
    .command('find <words...>')
    .description(say.find)
    .option('--on <day>', say.on, day, today)
    .option('--scheme <scheme>', say.scheme, scheme)
    .option('--item <code>', say.item)
    .addOption(new Option('--state <state>', say.state).choices(listStates))
    .option('--limit <n>', say.limit, limit, 20)
    .addHelpText('after', examples('find 示範資安 --state valid', 'find 00000079 --json'))
    .action((typed: string[], flags: FindFlags) =>
      withRegister((register, io) => runFind(register, typed.join(' '), flags, io)),
    );

  program
    .command('history [ubn-or-scheme] [number]')
    .description(say.history)
    .option('--limit <n>', say.limit, limit, 50)
    .addHelpText('after', examples('history 00000079', 'history ai 示範-AI-0001'))
    .action((about: string | undefined, number: string | undefined, flags: { limit: number }) =>
      withRegister((register, io) => runHistory(register, about, number, flags.limit, io)),
    );

  program
    .command('withdraw <revision>')
    .description(say.withdraw)
    .requiredOption('--by <who>', say.byWithdraws)
    .requiredOption('--why <words>', say.why)
    .option('--yes', say.yes)
    .addHelpText('after', examples('withdraw 12 --by Lin --why "wrong file" --yes'))
    .action((revision: string, flags: WithdrawFlags) =>
      withRegister((register, io) => runWithdraw(register, whole(revision), flags, io)),
    );

  program
    .command('verify-history')
    .description(say.verifyHistory)
    .option('--head <seal>', say.head)
    .addHelpText('after', examples('verify-history', 'verify-history --head 5f70bf18a086…'))
    .action((flags: { head?: string }) => withRegister((register, io) => runVerifyHistory(register, flags, io)));

  program
    .command('export')
    .description(say.export)
    .addOption(new Option('--format <format>', say.format).choices(['csv', 'csv-safe', 'jsonl']).default('csv'))
    .option('--on <day>', say.on, day, today)
    .option('--out <file>', say.out)
    .addHelpText('after', examples('export --out register.csv', 'export --format jsonl > register.jsonl'))
    .action((flags: { format: ExportFormat; out?: string; on: string }) =>
      withRegister((register, io) => runExport(register, flags, io)),
    );

  program
    .command('backup <file>')
    .description(say.backup)
    .addHelpText('after', examples('backup /backups/register.sqlite'))
    .action((file: string) =>
      withRegister(async (register, io) => {
        await register.backup(file);
        io.note(say.wrote(file));
        return exitCodes.done;
      }),
    );

  const tax = program.command('tax').description(say.tax);
  tax
    .command('import <file>')
    .description(say.taxImport)
    .addHelpText('after', examples('tax import BGMOPEN1.csv'))
    .action((file: string) => withNewRegister((register, io) => runTaxImport(register, file, io)));
  tax
    .command('find [words...]')
    .description(say.taxFind)
    .option('--address <text>', say.address)
    .option('--limit <n>', say.limit, limit, 20)
    .addHelpText('after', examples('tax find 22099131', 'tax find 積體電路', 'tax find --address 力行六路'))
    .action((typed: string[], flags: { address?: string; limit: number }) =>
      withRegister((register, io) => runTaxFind(register, typed.length > 0 ? typed.join(' ') : undefined, flags, io)),
    );

  program
    .command('status')
    .description(say.status)
    .option('--today <day>', say.today, day, today)
    .addHelpText('after', examples('status --json'))
    .action((flags: { today: string }) => withRegister((register, io) => runStatus(register, flags.today, io)));

  return program;
}
