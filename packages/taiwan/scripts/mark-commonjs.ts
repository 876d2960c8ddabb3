/** The package is ESM; without its own package.json Node would read dist/cjs as ESM too. */
import { writeFileSync } from 'node:fs';

writeFileSync(new URL('../dist/cjs/package.json', import.meta.url), '{ "type": "commonjs" }\n');
