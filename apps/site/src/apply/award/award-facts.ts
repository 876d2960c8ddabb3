import { type CaseFile, countUnusedWeeks, daysAfterNotice, publishedDecision } from '@aipower/applications';
import { getCategory, type Programme } from '@aipower/programme';
import { taipeiDay } from '@aipower/taiwan/dates';
import type { Visit } from '../../page/page.ts';
import { amountsOf, pointsInWords } from './amounts.ts';
import { usagePicture } from './usage-picture.ts';

const marks = {
  awarded: 'warn',
  active: 'good',
  'idle-noticed': 'warn',
  suspended: 'bad',
  ended: 'open',
} as const;

/** Weeks known to be unused, and whether they are more than the rule allows. Null where no such rule or no use has begun. */
export function idleWeeks({ award, rules }: CaseFile, today: string) {
  if (!rules?.idle || !award || award.weeks === null) return null;
  const unused = countUnusedWeeks(award, today);
  return { unused, weeks: award.weeks, isOver: unused > award.weeks * rules.idle.moreThanShareOfWeeks };
}

/** What both sides of the counter read of an award. Null where there is none. */
export function awardFacts(state: CaseFile, programme: Programme, visit: Visit) {
  const { award, rules } = state;
  if (!award || !rules) return null;
  const { t, show, language, today } = visit;
  const words = t.apply.award;
  const amounts = amountsOf(award, today);
  const inWords = (points: number) => pointsInWords(programme, state.category, points, visit);
  const idle = idleWeeks(state, today);
  const first = publishedDecision(state);
  const begun = state.changes?.find(({ granted }) => granted !== null);
  return {
    state: award.state,
    status: marks[award.state],
    word: words.states[award.state],
    category: getCategory(programme, state.category).name[language],
    level: award.level,
    granted: inWords(award.points),
    period: award.start === null ? '' : words.period(show.day(award.start), show.day(award.lastDay!), award.weeks!),
    printedPeriod: programme.usePeriod[language],
    /** The decision as it was published, where a change has moved the award away from it. */
    first: begun
      ? [
          ...(first ? [words.firstPoints(first.level ?? '', inWords(first.points))] : []),
          words.firstLastDay(show.day(begun.before.lastDay)),
        ]
      : [],
    used: inWords(amounts.used),
    left: amounts.unknownDays > 0 ? words.atMost(inWords(amounts.left)) : inWords(amounts.left),
    unknown: amounts.unknownDays > 0 ? words.unknown(amounts.unknownDays) : '',
    acceptBy: award.state === 'awarded' && award.acceptBy !== null ? show.day(award.acceptBy) : '',
    acceptedOn: award.acceptedOn === null ? '' : show.day(taipeiDay(new Date(award.acceptedOn))),
    readyFrom: award.readyFrom === undefined ? '' : show.day(award.readyFrom),
    asksAcceptance: rules.acceptWithinDays !== null,
    ended: award.endedBy === null ? '' : (words.endedBy[award.endedBy as 'award.expire'] ?? ''),
    storageCleared: award.storageCleared,
    idle: idle && { ...idle, sentence: words.idle(idle.unused, idle.weeks) },
    notice:
      award.notice && award.state === 'idle-noticed'
        ? words.noticed(show.day(award.notice.day), show.day(daysAfterNotice(state).at(-1)!))
        : '',
    picture: award.start === null ? null : usagePicture(award, programme, state.category, visit),
  };
}

export type AwardFacts = NonNullable<ReturnType<typeof awardFacts>>;
