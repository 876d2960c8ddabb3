import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** Which of our own packages each room may import. Whatever is not listed here is forbidden. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  'packages/taiwan': [],
  'packages/taxonomy': [],
  'packages/database': [],
  'packages/registry': ['@aipower/taiwan', '@aipower/taxonomy', '@aipower/database'],
  'packages/programme': ['@aipower/taiwan'],
  'packages/matcher': ['@aipower/taiwan', '@aipower/taxonomy', '@aipower/programme'],
  'packages/receipts': [],
  'packages/gpki': ['@aipower/taiwan'],
  'packages/applications': ['@aipower/taiwan', '@aipower/programme', '@aipower/database'],
  'apps/site': [
    '@aipower/taiwan',
    '@aipower/taxonomy',
    '@aipower/database',
    '@aipower/registry',
    '@aipower/programme',
    '@aipower/matcher',
    '@aipower/receipts',
    '@aipower/gpki',
    '@aipower/applications',
  ],
};

const MAX_LINES = 300;

function sourceFiles(room: string): string[] {
  const src = join(root, room, 'src');
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((name) => join(src, name))
    .filter((path) => path.endsWith('.ts') && statSync(path).isFile());
}

function imports(text: string): string[] {
  return [
    ...text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g),
  ].map((match) => (match[1] ?? match[2]) as string);
}

const ownName = (specifier: string) => specifier.match(/^@aipower\/[a-z]+/)?.[0];

describe.each(Object.keys(arrows))('%s', (room) => {
  const files = sourceFiles(room);

  it('has source files', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  it('imports only along the arrows, by public name', () => {
    const wrong = files.flatMap((file) =>
      imports(readFileSync(file, 'utf8'))
        .filter((specifier) => {
          const name = ownName(specifier);
          if (name) return !arrows[room]?.includes(name);
          return specifier.startsWith('.') && !resolve(dirname(file), specifier).startsWith(join(root, room));
        })
        .map((specifier) => `${relative(root, file)} imports ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  it('never imports its own index', () => {
    const index = join(root, room, 'src/index.ts');
    const wrong = files.filter((file) =>
      imports(readFileSync(file, 'utf8')).some((specifier) => resolve(dirname(file), specifier) === index),
    );
    expect(wrong.map((file) => relative(root, file))).toEqual([]);
  });

  it('has no circle of files, types included: each can be read with what is below it', () => {
    // A generated module takes the type of what it holds from the one that reads it, and nothing else.
    const own = files.filter((file) => !/\/generated\//.test(file));
    const below = new Map(
      own.map((file) => [
        file,
        imports(readFileSync(file, 'utf8'))
          .filter((specifier) => specifier.startsWith('.'))
          .map((specifier) => resolve(dirname(file), specifier))
          .filter((path) => own.includes(path)),
      ]),
    );
    const circles: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]) => {
      const start = path.indexOf(file);
      if (start >= 0) circles.push([...path.slice(start), file].map((one) => relative(root, one)).join(' → '));
      if (start >= 0 || done.has(file)) return;
      for (const next of below.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of own) visit(file, []);
    expect(circles).toEqual([]);
    const backwards = files
      .filter((file) => !own.includes(file))
      .filter((file) => /^import (?!type )[^;]*from '\.\.\//m.test(readFileSync(file, 'utf8')));
    expect(backwards.map((file) => relative(root, file))).toEqual([]);
  });

  it(`keeps every file within ${MAX_LINES} lines, generated ones aside`, () => {
    const long = files
      .filter((file) => !/\/generated\//.test(file))
      .map((file) => ({ file: relative(root, file), lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
      .filter(({ lines }) => lines > MAX_LINES);
    expect(long).toEqual([]);
  });
});

describe('what the documents say of the packages', () => {
  const text = (file: string) => readFileSync(join(root, file), 'utf8');
  const names = Object.keys(arrows).filter((room) => room.startsWith('packages/'));

  it('ARCHITECTURE.md draws these arrows and no others', () => {
    const drawn = new Map<string, string[]>();
    for (const [, name, to] of text('ARCHITECTURE.md').matchAll(/^ {3}(\w+) +──▶ ((?:\w+, )*\w+)/gm))
      drawn.set(`packages/${name}`, to!.split(', '));
    for (const room of names) {
      const held = arrows[room]!.map((name) => name.replace('@aipower/', ''));
      expect([room, (drawn.get(room) ?? []).sort()]).toEqual([room, held.toSorted()]);
    }
  });

  it.each(['ARCHITECTURE.md', 'README.md', 'README.zh-TW.md'])('%s names every package there is', (file) => {
    const there = readdirSync(join(root, 'packages')).map((name) => `packages/${name}`);
    expect(names.toSorted()).toEqual(there.toSorted());
    expect(there.filter((name) => !text(file).includes(name))).toEqual([]);
  });
});

describe('the rooms of the site', () => {
  const src = join(root, 'apps/site/src');
  const files = sourceFiles('apps/site').filter((file) => !file.includes('/generated/'));

  /** The words of all features are one room: they import each other only, and every page has all of them. */
  const roomOf = (file: string) => {
    const path = relative(src, file);
    if (/(^|[./])words\.(zh|en)\.ts$/.test(path) || path === 'page/widen.ts') return 'words';
    return path.includes('/') ? path.slice(0, path.indexOf('/')) : path;
  };

  const imported = new Map<string, Set<string>>();
  for (const file of files) {
    for (const specifier of imports(readFileSync(file, 'utf8'))) {
      if (!specifier.startsWith('.')) continue;
      const [from, to] = [roomOf(file), roomOf(resolve(dirname(file), specifier))];
      if (from !== to) imported.set(from, (imported.get(from) ?? new Set()).add(to));
    }
  }

  it('never import each other in a circle', () => {
    const circles = new Set<string>();
    const visit = (room: string, path: readonly string[]) => {
      const start = path.indexOf(room);
      if (start >= 0) return void circles.add([...path.slice(start), room].join(' → '));
      for (const next of imported.get(room) ?? []) visit(next, [...path, room]);
    };
    for (const room of imported.keys()) visit(room, []);
    expect([...circles]).toEqual([]);
  });

  it('what is below does not know what is above: http, page, presenters import no feature and no API', () => {
    const below = { http: ['words'], page: ['words'], presenters: ['page', 'words'] } as const;
    for (const [room, allowed] of Object.entries(below)) {
      const others = [...(imported.get(room) ?? [])].filter((one) => !one.endsWith('.ts'));
      expect(
        others.filter((one) => !(allowed as readonly string[]).includes(one)),
        room,
      ).toEqual([]);
    }
  });

  it('name no year: which programmes there are is handed in, and an application is under its own', () => {
    const text = (file: string) => readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*/g, '');
    // By name or by number, or by leaving out the programmes to choose from: then those that ship are meant.
    const year =
      /\bprogramme\d{2,3}\b|\bgetProgramme\(\s*['"]|\b(?:getProgramme|programmeOn)\((?:[^,()]|\([^()]*\))*\)/;
    const wrong = files.filter((file) => roomOf(file) !== 'demonstration' && year.test(text(file)));
    expect(wrong.map((file) => relative(src, file))).toEqual([]);
    const shipped = files.filter((file) =>
      /import [^;]*[{,]\s*programmes\b[^;]*from '@aipower\/programme'/.test(text(file)),
    );
    // The one that hands them in, and the document of the API, which names those that ship.
    expect(shipped.map((file) => relative(src, file)).sort()).toEqual(['api/schemas/applicant.ts', 'open-deps.ts']);
  });

  it('have templates within 160 columns', () => {
    const templates = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ejs'));
    expect(templates.length).toBeGreaterThan(100);
    const wide = templates.flatMap((name) =>
      readFileSync(join(src, name), 'utf8')
        .split('\n')
        .flatMap((line, i) => (line.length > 160 ? [`${name}:${i + 1}`] : [])),
    );
    expect(wide).toEqual([]);
  });

  it('are small: half of the files within 80 lines, nine in ten within 220', () => {
    const lines = files.map((file) => readFileSync(file, 'utf8').split('\n').length - 1).sort((a, b) => a - b);
    expect(lines[Math.floor(lines.length / 2)]).toBeLessThanOrEqual(80);
    expect(lines[Math.floor(lines.length * 0.9)]).toBeLessThanOrEqual(220);
  });
});

it('no sentence counts the schemes: a seventh is data', () => {
  const counting = /六[項個類]\S{0,4}登錄|\bsix (?:capability )?(?:registrations|schemes)\b/;
  const wrong = Object.keys(arrows)
    .flatMap(sourceFiles)
    .filter((file) => !/\/generated\//.test(file) && counting.test(readFileSync(file, 'utf8')));
  expect(wrong.map((file) => relative(root, file))).toEqual([]);
});

describe('purity', () => {
  const CLOCK = /\bDate\.now\(|\bnew Date\(\s*\)|\bperformance\.now\(/;
  const code = (file: string) => readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*/g, '');
  const WORLD = /from ['"]node:(?:fs|http|https|net|child_process|worker_threads)|process\.env/;

  it.each(['packages/taiwan', 'packages/taxonomy', 'packages/programme', 'packages/matcher'])(
    '%s does no I/O and reads no clock',
    (room) => {
      const wrong = sourceFiles(room).filter((file) => {
        const text = code(file);
        return CLOCK.test(text) || WORLD.test(text);
      });
      expect(wrong.map((file) => relative(root, file))).toEqual([]);
    },
  );

  it('gpki does no I/O and reads no clock, its fetcher, its browser side and its fakes for tests aside', () => {
    const wrong = sourceFiles('packages/gpki')
      .filter((file) => !/\/src\/(?:browser|testing)\/|\/src\/fetch-crl\.ts$/.test(file))
      .filter((file) => CLOCK.test(code(file)) || WORLD.test(code(file)));
    expect(wrong.map((file) => relative(root, file))).toEqual([]);
  });

  it('the registry reads the clock only where its command line starts', () => {
    const clock = sourceFiles('packages/registry').filter((file) => /\bDate\.now\(|\bnew Date\(\s*\)/.test(code(file)));
    expect(clock.map((file) => relative(root, file)).filter((file) => !/\/src\/cli[./]/.test(file))).toEqual([]);
  });

  it.each(['rules', 'sheet'])('the registry at /%s pulls no database', (entry) => {
    const { metafile } = buildSync({
      stdin: { contents: `export * from '@aipower/registry/${entry}'`, resolveDir: join(root, 'test') },
      bundle: true,
      write: false,
      metafile: true,
      format: 'esm',
      platform: 'node',
      conditions: ['aipower:source'],
    });
    const files = Object.keys(metafile.inputs);
    expect(files.length).toBeGreaterThan(20);
    expect(
      files.filter((file) => /packages\/database\/|node_modules\/(?:kysely|pg|better-sqlite3)\//.test(file)),
    ).toEqual([]);
  });

  it('receipts do I/O in the key file and the command line only, and read the clock where the latter starts', () => {
    const files = sourceFiles('packages/receipts').map((file) => [relative(root, file), code(file)] as const);
    const world = files.filter(([, text]) => WORLD.test(text)).map(([file]) => file);
    expect(world.sort()).toEqual(['packages/receipts/src/cli/program.ts', 'packages/receipts/src/key-file.ts']);
    expect(files.filter(([, text]) => CLOCK.test(text)).map(([file]) => file)).toEqual([
      'packages/receipts/src/cli/main.ts',
    ]);
  });

  it('applications decide without I/O or clock; only storage touches a database, and nothing there reads a clock', () => {
    const files = sourceFiles('packages/applications').map((file) => [relative(root, file), code(file)] as const);
    expect(files.filter(([, text]) => CLOCK.test(text) || WORLD.test(text)).map(([file]) => file)).toEqual([]);
    const database = files.filter(([, text]) => /from ['"](?:kysely|@aipower\/database)['"]/.test(text));
    expect(database.map(([file]) => file).filter((file) => !/src\/(?:storage|cli)\//.test(file))).toEqual([]);
  });

  it('the site reads the clock and the environment in one place each', () => {
    const files = sourceFiles('apps/site');
    const clock = files.filter((file) => /\bDate\.now\(|\bnew Date\(\s*\)/.test(code(file)));
    const environment = files.filter((file) => /process\.env/.test(code(file)));
    expect(clock.map((file) => relative(root, file))).toEqual(['apps/site/src/clock.ts']);
    // The program that writes the site as files is a script beside it, and reads its own.
    expect(environment.map((file) => relative(root, file))).toEqual(['apps/site/src/server.ts']);
  });

  it('nothing imports the tests', () => {
    const wrong = Object.keys(arrows)
      .flatMap(sourceFiles)
      .filter((file) => imports(readFileSync(file, 'utf8')).some((specifier) => specifier.startsWith('@aipower/test')));
    expect(wrong).toEqual([]);
  });
});

it('the document draws every package with its arrows', () => {
  const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
  for (const [room, allowed] of Object.entries(arrows)) {
    expect(text).toContain(`| \`${room}\` |`);
    if (room === 'apps/site' || allowed.length === 0) continue;
    const drawn = new RegExp(`^ +${room.slice('packages/'.length)} +──▶ ([a-z, ]+?)(?: {2}|$)`, 'm').exec(text)?.[1];
    expect(`${room}: ${drawn}`).toBe(`${room}: ${allowed.map((name) => name.slice('@aipower/'.length)).join(', ')}`);
  }
});
