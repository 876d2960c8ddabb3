const PRELUDE = ['t', 'paths', 'language', 'view', 'show', 'partial', 'page'];

/**
 * An EJS template as a TypeScript module with the same line numbers: code stands as it is, what is printed becomes the
 * argument of a function that takes text and numbers only, and the markup between is left out.
 *
 * @example templateToTypeScript('one', '<p><%= view.x %></p>') // … put(view.x); …
 * @throws SyntaxError for a tag that is not closed
 */
export function templateToTypeScript(name: string, template: string): string {
  const isView = /\bview\b/.test(template.replace(/\/\*[\s\S]*?\*\//g, ''));
  const known = PRELUDE.filter((local) => local !== 'view' || isView);
  const head = [
    `import type { Locals } from '../src/page/views.ts';`,
    'declare function put(value: string | number | null | undefined): void;',
    'declare function raw(markup: string): void;',
    `export function template({ ${known.join(', ')} }: Locals<${JSON.stringify(name)}>): void {`,
  ].join(' ');
  return `${head}${body(name, template)} void [${known.join(', ')}]; }\n`;
}

function body(name: string, template: string): string {
  let code = '';
  let at = 0;
  while (true) {
    const open = template.indexOf('<%', at);
    const markup = template.slice(at, open < 0 ? template.length : open);
    code += lines(markup);
    if (open < 0) return code;
    const close = template.indexOf('%>', open);
    if (close < 0) throw new SyntaxError(`${name}.ejs: the tag at character ${open} is not closed`);
    const kind = template[open + 2] ?? '';
    const inner = template.slice(open + ('=-#_'.includes(kind) ? 3 : 2), close).replace(/[-_]$/, '');
    code += statement(kind, inner);
    at = close + 2;
  }
}

function statement(kind: string, inner: string): string {
  if (kind === '#') return lines(inner);
  if (kind === '=') return ` put(${inner});`;
  if (kind === '-') return ` raw(${inner});`;
  return inner;
}

/** As many line breaks as the text has, so that a fault is told at its own line. */
const lines = (text: string): string => '\n'.repeat(text.split('\n').length - 1);
