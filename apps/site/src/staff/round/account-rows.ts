import type { Visit } from '../../page/page.ts';
import type { Account } from './account.ts';

/** The points of a round as a list: offered, proposed, held, granted, used, left; what nobody has said is unknown. */
export function accountRows(account: Account, { t, show }: Visit) {
  const words = t.staff.table.account;
  const number = (value: number | null) => (value === null ? t.words.unknown : show.number(value));
  return [
    { label: words.offered, value: number(account.offered) },
    { label: words.asked, value: words.notAsked },
    { label: words.proposed, value: number(account.proposed) },
    { label: words.held, value: number(account.held) },
    { label: words.given, value: number(account.given) },
    { label: words.used, value: account.hasUnknownUse ? words.atLeast(number(account.used)) : number(account.used) },
    { label: words.returned, value: number(account.returned) },
    { label: words.left, value: number(account.left) },
  ];
}
