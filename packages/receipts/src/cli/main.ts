import { program } from './program.ts';

// The clock is read here and nowhere else in this package.
process.exitCode = await program(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  now: () => new Date().toISOString(),
});
