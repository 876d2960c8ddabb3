import { existsSync, readFileSync } from 'node:fs';
import { readDatabaseUrl } from '@aipower/database';
import { taipeiDay } from '@aipower/taiwan/dates';
import { CommanderError } from 'commander';
import { RegisterError } from '../database/fault.ts';
import { openRegister } from '../register.ts';
import { withoutUnseen } from '../text-border.ts';
import { sayCommanderError } from './commander-words.ts';
import { sayFault } from './fault-words.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { buildProgram } from './program.ts';
import { chooseLanguage, words } from './words.ts';

// The only reader of the clock and of the environment in this package: everything below is told.
const now = new Date();
const { env, argv, stdout, stderr } = process;
const today = taipeiDay(now);
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

// Looked for before commander reads the line, which then speaks it.
const said = argv.findIndex((word) => /^--lang(?:=|$)/.test(word));
const language = chooseLanguage(said > 0 ? (argv[said]!.split('=')[1] ?? argv[said + 1]) : undefined, env);

let ended: ExitCode = exitCodes.done;

const program = buildProgram(language, today, version, async (run, { missing }) => {
  const { database, json } = program.opts<{ database?: string; json?: boolean }>();
  const io: Io = {
    language,
    json: json ?? false,
    databaseUrl: database ?? env.DATABASE_URL ?? 'var/aipower.db',
    now: now.toISOString(),
    today,
    print: (text) => void stdout.write(`${printable(text)}\n`),
    progress: (text) => void (stderr.isTTY && stderr.write(`\r\u001b[K${text}`)),
    note: tell,
  };
  const url = missing === 'pretend' && isMissing(io.databaseUrl) ? ':memory:' : io.databaseUrl;
  const register = await openRegister(url, { refreshEvery: 0, create: missing !== 'refuse' });
  try {
    if (register.status(today).fictional) io.note(words(language).fictional);
    ended = await run(register, io);
  } finally {
    await register.close();
  }
});

function tell(text: string): void {
  stderr.write(`${printable(text)}\n`);
}

/** What a file says, or its name, must not steer the terminal it is shown in. */
function printable(text: string): string {
  return withoutUnseen(text);
}

function isMissing(url: string): boolean {
  const where = readDatabaseUrl(url);
  return where.dialect === 'sqlite' && !existsSync(where.path);
}

// A reader that has seen enough (`| head`) closes the pipe: that is no failure.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(ended);
  const code = error.code === 'ENOSPC' ? 'disk-full' : 'file-unwritable';
  tell(sayFault(new RegisterError(code, 'writing the answer', error), language));
  process.exit(exitCodes.world);
});

try {
  await program.parseAsync(argv);
} catch (error) {
  if (error instanceof CommanderError) {
    // Help and version were printed; anything else was not understood.
    ended = error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    const said = ended === exitCodes.usage ? sayCommanderError(error, language) : null;
    if (said !== null) tell(`${said}\naipower-registry --help`);
  } else if (error instanceof TypeError || error instanceof RangeError) {
    ended = exitCodes.usage;
    tell(error.message);
  } else if (error instanceof RegisterError) {
    ended = exitCodes.world;
    tell(sayFault(error, language));
  } else throw error;
}
process.exitCode = ended;
