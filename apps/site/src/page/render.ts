import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ejs from 'ejs';
import { unbrokenDates } from './unbroken-dates.ts';

type Template = (locals: object) => string;

const special = /[&<>'"]/;

/** EJS's own escaping, which takes three times as long over a text that has nothing to escape, as most have. */
function escaped(value: unknown): string {
  const text = value === undefined || value === null ? '' : String(value);
  return special.test(text) ? ejs.escapeXML(text) : text;
}

/**
 * Compiles every view once, at start: a broken template stops the start and not a visitor's page.
 *
 * A view lies in the folder of its feature, anywhere below the directory, and is called by the name of its file. Two of
 * one name are refused.
 *
 * A view is rendered first and then set into `layout.ejs` as `body`, so that a page says only what
 * is its own. `partial('name', locals)` inside a view renders another one by name, with the locals of the view and these;
 * the engine's own `include` would look for the file on disk at every call.
 */
export function compileViews(directory: string): (view: string, locals: object) => string {
  const templates = new Map<string, Template>();
  for (const file of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ejs')) continue;
    const name = basename(file, '.ejs');
    const path = join(directory, file);
    if (templates.has(name))
      throw new TypeError(`compileViews: ${path} is a second view "${name}"; give it another name`);
    const source = readFileSync(path, 'utf8');
    const options = {
      filename: path,
      root: directory,
      views: [directory],
      cache: true,
      localsName: 'page',
      destructuredLocals: ['t', 'paths', 'language', 'view', 'show', 'partial'],
      strict: true,
      async: false as const,
      escape: escaped,
      // The locals are made anew by `render`. EJS's own copy of them costs more than what the view does with them.
      unsafePrototypeLocals: true,
      compileDebug: false,
    };
    const compiled = ejs.compile(source, options);
    templates.set(name, (locals) => {
      try {
        return compiled(locals);
      } catch {
        // Counting lines takes a sixth of the time: only what fails is asked again, with the place where it does.
        return ejs.compile(source, { ...options, cache: false, compileDebug: true })(locals);
      }
    });
  }
  const template = (name: string): Template => {
    const found = templates.get(name);
    if (!found) throw new TypeError(`compileViews: there is no view "${name}" in ${directory}`);
    return found;
  };
  const render = (name: string, given: object, own?: object): string => {
    const locals = { ...given, ...own, partial: (child: string, more?: object) => render(child, locals, more) };
    return template(name)(locals);
  };
  return (view, locals) => unbrokenDates(render('layout', { ...locals, body: render(view, locals) }));
}
