import fc from 'fast-check';

// What is tried by chance is the same in every run, so that a run that fails has found something in the change it ran for.
// CHANCE=random tries others, CHANCE=<whole number> those of that seed; a failure names its seed.
const chance = process.env['CHANCE'] ?? '115';
if (chance !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(chance) });
