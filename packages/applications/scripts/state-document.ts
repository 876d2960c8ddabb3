import { finalStates, type MainState, mainStates, mainTable, type Transition, trackTable } from '../src/index.ts';

const roles: Readonly<Record<string, string>> = {
  company: 'company',
  officer: 'officer',
  chair: 'chair',
  reviewer: 'reviewer',
  clock: 'clock',
  system: 'system',
};

const node = (state: MainState | null) => (state === null ? '[*]' : state.replace(/-/g, '_'));

function arrows({ event, from, to }: Transition): { from: string; to: string; event: string }[] {
  return from.flatMap((source) =>
    (to === 'same' ? [] : to).map((target) => ({ from: node(source), to: node(target), event })),
  );
}

function diagram(): string {
  const merged = new Map<string, Set<string>>();
  for (const { from, to, event } of mainTable.flatMap(arrows)) {
    const key = `${from} --> ${to}`;
    merged.set(key, (merged.get(key) ?? new Set()).add(event));
  }
  const names = mainStates.map((state) => `  state "${state}" as ${node(state)}`);
  const lines = [...merged].map(([key, events]) => `  ${key}: ${[...events].join(', ')}`);
  const ends = finalStates.map((state) => `  ${node(state)} --> [*]`);
  return ['```mermaid', 'stateDiagram-v2', ...names, ...lines, ...ends, '```'].join('\n');
}

function table(lines: readonly Transition[]): string {
  const rows = lines.map(({ event, from, to, by, second, reason, meeting }) => {
    const conditions = [
      ...(second ? ['second person'] : []),
      ...(reason ? ['reason'] : []),
      ...(meeting === undefined ? [] : [meeting ? 'process with meeting' : 'process without meeting']),
    ];
    const source = from.map((state) => state ?? 'nothing yet').join(', ');
    const target = to === 'same' ? 'same' : to.join(' / ');
    return `| \`${event}\` | ${source} | ${target} | ${by.map((kind) => roles[kind]).join(', ')} | ${conditions.join(', ')} |`;
  });
  return ['| Event | From | To | By | Asks for |', '|---|---|---|---|---|', ...rows].join('\n');
}

/** docs/application-states.md, made from the state table. */
export function stateDocument(): string {
  const events = new Set(mainTable.map(({ event }) => event));
  return `<!-- Made from packages/applications/src/table.ts by npm run generate. Do not edit. -->
# The states of an application

${mainStates.length} states, ${events.size} events. The clock only marks: none of its events reaches not-accepted, declined or a
suspension. What the company sees is derived (\`publicState\`) and does not change between a decision and its publication.

${diagram()}

## Main events

${table(mainTable)}

## Tracks

Reviews, award, use, breaches, duties and promised publications run beside the main state, each with states of its own.

${table(trackTable)}
`;
}
