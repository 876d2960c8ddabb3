/**
 * `npm run eval`: measures the matchers on the project's own cases and compares with the committed figures. Ends with 1 when a figure
 * fell. `npm run eval -w test -- --update` writes the figures instead: do that when a change is meant, and commit them with it.
 */
import { writeFileSync } from 'node:fs';
import { evalCapability } from './capability.ts';
import type { Evaluation } from './evaluation.ts';
import { evalModelOrigin } from './model-origin.ts';
import { evalNames } from './names.ts';
import { realFiles } from './real-cases.ts';
import { evalRealTexts } from './real-texts.ts';
import { evalSearch, searchSets } from './search.ts';

const evaluations: (() => Evaluation | Promise<Evaluation>)[] = [
  evalCapability,
  ...realFiles.map((file) => () => evalRealTexts(file)),
  evalNames,
  evalModelOrigin,
  ...searchSets.map((set) => () => evalSearch(set)),
];

const update = process.argv.includes('--update');
for (const evaluate of evaluations) {
  const { title, report, file, measured, falls } = await evaluate();
  console.log(`# ${title}\n\n${report()}\n`);
  if (update) {
    writeFileSync(new URL(file, import.meta.url), `${JSON.stringify(measured, null, 2)}\n`);
    console.log(`written: test/eval/${file}\n`);
  } else if (falls.length === 0) console.log(`No figure is below test/eval/${file}.\n`);
  else {
    console.error(`Below test/eval/${file}:\n${falls.map((fall) => `  ${fall}`).join('\n')}\n`);
    process.exitCode = 1;
  }
}
