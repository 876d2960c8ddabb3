import { claimsNothing, linkProblem, type Programme } from '@aipower/programme';
import { getScheme } from '@aipower/registry';
import type { ApplicationEvidence } from '../../applicant/application-evidence.ts';
import type { Visit } from '../../page/page.ts';
import { dayView } from '../../presenters/verdict.ts';

/** The registrations that the programme asks for, with the verdict of the day of sending and of today; held ones that are not claimed, too. */
export function registrationRows(programme: Programme, { verdicts, claims, on }: ApplicationEvidence, visit: Visit) {
  const { t, paths } = visit;
  return programme.bonus.items.flatMap(({ id }) => {
    const verdict = verdicts[id];
    if (!verdict) return [];
    const claim = claims[id];
    const isClaimed = claim !== undefined && !claimsNothing(claim);
    const onDay = dayView(verdict, verdict, verdict.match, visit);
    const now = dayView(verdict, verdict.today, verdict.match, visit);
    const { scheme, number, ubn, name } = verdict.claim;
    const isHeld = !isClaimed && onDay.code === 'valid';
    return [
      {
        order: id,
        label: `${id} ${getScheme(scheme).shortName[visit.language]}`,
        said: isClaimed ? (claim === true ? t.verify.yes : String(claim)) : t.staff.bonus.notClaimed,
        // What is not claimed is no failure, and what is held beside it is a remark.
        status: isClaimed ? onDay.status : ('open' as const),
        word: isClaimed ? onDay.word : isHeld ? t.staff.bonus.held : t.verdict.words['not-claimed'],
        isClaimed,
        sentence: onDay.sentence,
        today: now.code === onDay.code || !isClaimed ? null : { word: now.word, status: now.status },
        href: paths.verify({ scheme, number: number ?? undefined, ubn: ubn ?? undefined, name: name ?? undefined, on }),
      },
    ];
  });
}

/** Links and promises among the bonus items, and the address of the model: shown with their host, opened by the officer. */
export function linkRows(programme: Programme, form: Readonly<Record<string, unknown>>, { t, language }: Visit) {
  const words = t.staff.bonus;
  const items = programme.bonus.items.filter(({ kind }) => kind !== 'registration');
  const rows = items.map((item) => ({
    id: item.id,
    field: item.field,
    kind: item.kind,
    label: item.label[language],
    hosts: 'hosts' in item ? item.hosts : undefined,
  }));
  return rows.flatMap(({ id, field, kind, label, hosts }) => {
    const text = String(form[field] ?? '').trim();
    if (text === '' || claimsNothing(text)) return [];
    const problem = linkProblem(text, hosts);
    const isLink = problem !== 'not-a-url' && problem !== 'not-http';
    return [
      {
        id,
        label,
        text,
        href: isLink ? text : null,
        host: isLink ? new URL(text).hostname : '',
        note: problem === null ? (kind === 'publication' ? words.publication : words.open) : words.problems[problem],
      },
    ];
  });
}
