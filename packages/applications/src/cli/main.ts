import { program } from './program.ts';

/** What a file says, or its name, must not steer the terminal it is shown in. */
const printable = (text: string) => text.replace(/(?![\n\t])[\p{Cc}\p{Bidi_Control}]/gu, '');

process.exitCode = await program(process.argv.slice(2), {
  out: (text) => process.stdout.write(printable(text)),
  err: (text) => process.stderr.write(printable(text)),
});
