/**
 * Counts applications from the lines of the event log alone, and from the stored forms what the log does not hold: written
 * apart from the product, with nothing of it but the two tables it reads.
 */
interface Database {
  selectFrom(table: 'desk_event' | 'desk_form_version'): {
    selectAll(): { execute(): Promise<readonly Record<string, unknown>[]> };
  };
}

interface Life {
  receipt: string;
  programme: string;
  category: string;
  round: number;
  main: string;
  published: string | null;
  held: string | null;
  way: { to: string; at: number }[];
}

export async function recount(db: unknown, year: string) {
  const database = db as Database;
  const events = (await database.selectFrom('desk_event').selectAll().execute())
    .filter(({ kind }) => kind === 'event')
    .sort((a, b) => Number(a['seq']) - Number(b['seq']))
    .map(({ payload }) => JSON.parse(String(payload)));
  const lives = new Map<string, Life>();
  for (const { application, type, at, by, body } of events) {
    const life = lives.get(application) ?? {
      receipt: '',
      programme: '',
      category: '',
      round: 0,
      main: '',
      published: null,
      held: null,
      way: [],
    };
    lives.set(application, life);
    const { data } = body;
    if (data.category !== undefined) life.category = data.category;
    if (data.round !== undefined && type !== 'bar.impose') life.round = data.round;
    if (type === 'draft.start') life.programme = data.programme.id;
    if (type === 'submit') life.receipt = data.receiptNo;
    if (['decide', 'waitlist.promote', 'decision.correct'].includes(type)) life.held = data.outcome;
    if (type === 'decision.reopen') life.held = null;
    if (type === 'round.publish') [life.published, life.held] = [life.held, null];
    if (body.from !== body.to)
      life.way.push({ to: body.to, at: Date.parse(by.kind === 'clock' ? (data.on ?? at) : at) });
    life.main = body.to;
  }
  const all = [...lives].filter(([, life]) => life.receipt !== '' && life.programme === year);
  const rounds = new Map<string, number>();
  const others = new Map<string, number>();
  const domains = new Map<string, number>();
  const stays = new Map<string, number[]>();
  const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  const forms = await database.selectFrom('desk_form_version').selectAll().execute();
  const names = new Set<string>();
  let [approved, held] = [0, 0];
  for (const [id, life] of all) {
    add(rounds, `${life.category}/${life.round}`);
    const told = ['withdrawn', 'not-accepted'].includes(life.main) ? life.main : (life.published ?? 'in-progress');
    if (told === 'approved') approved++;
    else add(others, told);
    if (life.held !== null) held++;
    const last = forms
      .filter(({ application }) => application === id)
      .sort((a, b) => Number(b['n']) - Number(a['n']))[0]!;
    const form = JSON.parse(String(last['body']));
    names.add(form.companyName);
    if (life.main !== 'withdrawn') for (const domain of new Set<string>(form.domains)) add(domains, domain);
    for (const [i, { to, at }] of life.way.entries()) {
      const next = life.way[i + 1];
      if (next) stays.set(to, [...(stays.get(to) ?? []), (next.at - at) / 86_400_000]);
    }
  }
  return { received: all.length, rounds, others, approved, held, domains, stays, names };
}
