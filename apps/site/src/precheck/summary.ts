import { byWorst, type MarkKind } from '../page/marks.ts';
import type { Visit } from '../page/page.ts';

interface Answer {
  readonly status: MarkKind;
  readonly word: string;
  readonly line: string;
}

interface Parts {
  readonly eligibility: { readonly status: MarkKind; readonly word: string; readonly headline: string };
  readonly round: { readonly isOver: boolean; readonly lines: readonly string[] };
  readonly models: readonly { readonly name: string; readonly status: MarkKind }[];
  readonly form: { readonly issues: readonly unknown[] };
}

/** The heading of the result: the worst of its answers, with the others beneath it. No 符合 stands over a model that is forbidden. */
export function summaryView({ eligibility, round, models, form }: Parts, { t, show }: Visit) {
  const words = t.precheck.summary;
  const named = (status: MarkKind) => models.filter((one) => one.status === status).map(({ name }) => name);
  const [forbidden, unclear] = [named('bad'), named('unsure')];
  const answers: Answer[] = [
    { status: eligibility.status, word: eligibility.word, line: eligibility.headline },
    ...(forbidden.length > 0
      ? [
          {
            status: 'bad' as const,
            word: words.forbidden(forbidden.length),
            line: words.forbiddenLine(show.names(forbidden)),
          },
        ]
      : []),
    ...(round.isOver ? [{ status: 'warn' as const, word: t.programme.closed, line: round.lines[0] ?? '' }] : []),
    ...(form.issues.length > 0
      ? [
          {
            status: 'warn' as const,
            word: words.fields(form.issues.length),
            line: words.fieldsLine(form.issues.length),
          },
        ]
      : []),
    ...(unclear.length > 0
      ? [
          {
            status: 'unsure' as const,
            word: words.unclear(unclear.length),
            line: words.unclearLine(show.names(unclear)),
          },
        ]
      : []),
  ];
  const sorted = answers.toSorted((a, b) => byWorst(a.status, b.status));
  return { status: sorted[0]!.status, word: sorted[0]!.word, lines: sorted.map(({ line }) => line) };
}
