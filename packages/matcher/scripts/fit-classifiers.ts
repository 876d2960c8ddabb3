/** Trains the classifiers of sentences on data/matching and the catalogue, and writes data/matching/fitted.json: `npm run fit -w packages/matcher`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { cataloguePassages } from '../src/capability/passages.ts';
import { tableOf, trainClassifier } from './train-classifier.ts';

const folder = new URL('../../../data/matching/', import.meta.url);
const texts = (file: string) =>
  Object.values(parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, string[]>).flat();
const sentences = (text: string) =>
  text
    .split(/(?<=[。！？；\n])|(?<=\. )/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 5);

const wanted = cataloguePassages().filter(
  ({ field, text }) => field === 'example' || field === 'definition' || (field === 'wording' && text.length > 7),
);
const roles = trainClassifier(
  [
    ...wanted.flatMap(({ text }) => sentences(text)).map((text) => ({ text, yes: true })),
    ...texts('means.yml').flatMap(sentences).map((text) => ({ text, yes: false })),
  ],
  { terms: 2500 },
);
writeFileSync(new URL('fitted.json', folder), `${JSON.stringify({ roles: tableOf(roles) }, null, 1)}\n`);
console.log(`roles: ${roles.weights.size} terms`);
