import { readFileSync } from 'node:fs';

/** Compares by JSON, so that it works across realms: a browser bundle runs in a context of its own. */
const same = `let checks = 0;
function same(actual, expected) {
  checks++;
  const [a, e] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== e) throw new Error('README says ' + e + ' but got ' + a);
}
`;

/**
 * The examples of a README as programs, one per code block: every line `expression // → result` becomes a check, and
 * the last line hands the number of checks to `report`.
 */
export function readmePrograms(file: URL): { esm: string; cjs: string; typed: string; checks: number }[] {
  const blocks = [...readFileSync(file, 'utf8').matchAll(/^```js\n(.*?)^```$/gms)].map(([, code = '']) => code);
  return blocks.map((block) => {
    const body = block.replace(/^(.+?);? \/\/ → (.*)$/gm, 'same($1, $2);');
    const imports = body.match(/^import .*$/gm)?.join('\n') ?? '';
    const rest = body.replace(/^import .*\n/gm, '');
    return {
      esm: `${imports}\n${same}${rest}report(checks);\n`,
      cjs: `${imports.replace(/^import (\{.*?\}) from ('.*?');$/gm, 'const $1 = require($2);')}\n${same}${rest}report(checks);\n`,
      typed: `${imports}\ndeclare function same(actual: unknown, expected: unknown): void;\n${rest}`,
      checks: block.match(/ \/\/ → /g)?.length ?? 0,
    };
  });
}
